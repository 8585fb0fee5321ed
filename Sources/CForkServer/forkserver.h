#pragma once
#include <stdint.h>

/* What a library that is loaded into `pdftotext` before everything else (LD_PRELOAD) agrees on with the program that
   starts it. Standard input is a socket of packets (unix(7), SOCK_SEQPACKET):

     from the server, once     CFORKSERVER_READY: the program is loaded and linked
     to the server             a cforkserver_request, with three descriptors (SCM_RIGHTS): the document, the text, the
                               messages
     from the server           the status of waitpid(2) as an int32_t: the document is done

   One document is on its way at a time. The server ends when the socket does. */
enum { CFORKSERVER_READY = 'R' };

/* A document to read. */
struct cforkserver_request {
    /* seconds on the wall clock */
    uint32_t seconds;
};
