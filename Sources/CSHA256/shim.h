#pragma once
#include <stddef.h>

// SHA-256 of FIPS 180-4 by the system's library: its streaming form, under one name on every system.

#if defined(__APPLE__)
#include <CommonCrypto/CommonDigest.h>
typedef CC_SHA256_CTX recruit_sha256_context;
static inline void recruit_sha256_init(recruit_sha256_context *context) { CC_SHA256_Init(context); }
static inline void recruit_sha256_update(recruit_sha256_context *context, const void *bytes, size_t count) {
    while (count > 0) {
        CC_LONG chunk = count > 0x40000000 ? 0x40000000 : (CC_LONG)count;
        CC_SHA256_Update(context, bytes, chunk);
        bytes = (const char *)bytes + chunk;
        count -= chunk;
    }
}
static inline void recruit_sha256_final(recruit_sha256_context *context, unsigned char *digest) {
    CC_SHA256_Final(digest, context);
}
#else
// The plain functions need no provider to be loaded, so that a binary linked whole carries little of the library.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
typedef SHA256_CTX recruit_sha256_context;
static inline void recruit_sha256_init(recruit_sha256_context *context) { SHA256_Init(context); }
static inline void recruit_sha256_update(recruit_sha256_context *context, const void *bytes, size_t count) {
    SHA256_Update(context, bytes, count);
}
static inline void recruit_sha256_final(recruit_sha256_context *context, unsigned char *digest) {
    SHA256_Final(digest, context);
}
#endif
