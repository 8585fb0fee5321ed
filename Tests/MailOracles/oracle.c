/* What GMime reads in messages: a line a field, `file TAB field TAB value`, for each file named.
   cc oracle.c -o oracle $(pkg-config --cflags --libs gmime-3.0) */
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

static GString *clean(const char *text) {
    GString *out = g_string_new("");
    char *valid = g_utf8_make_valid(text ? text : "", -1);
    for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isspace(c) || c == 0x1f) {
            if (out->len > 0 && out->str[out->len - 1] != ' ') g_string_append_c(out, ' ');
        } else {
            g_string_append_unichar(out, c);
        }
    }
    while (out->len > 0 && out->str[out->len - 1] == ' ') g_string_truncate(out, out->len - 1);
    g_free(valid);
    return out;
}

static void append(GString *out, const char *text) {
    GString *cleaned = clean(text);
    g_string_append(out, cleaned->str);
    g_string_free(cleaned, TRUE);
}

static void append_addresses(GString *out, InternetAddressList *list) {
    for (int i = 0; list && i < internet_address_list_length(list); i++) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            append_addresses(out, internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)));
            continue;
        }
        if (out->len > 0) g_string_append(out, "; ");
        append(out, internet_address_get_name(address));
        g_string_append(out, " <");
        append(out, internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
        g_string_append(out, ">");
    }
}

static gboolean is_data(GMimeContentType *type) {
    static const char *const names[] = {"calendar", "vcard", "x-vcard", "directory", "csv", "css", "javascript",
                                        "rfc822-headers", "xml", "tab-separated-values"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_mime_content_type_is_type(type, "text", names[i])) return TRUE;
    return FALSE;
}

static void append_part(GString *out, GMimeObject *object) {
    if (GMIME_IS_MULTIPART(object)) {
        for (int i = 0; i < g_mime_multipart_get_count(GMIME_MULTIPART(object)); i++)
            append_part(out, g_mime_multipart_get_part(GMIME_MULTIPART(object), i));
        return;
    }
    GMimeContentType *type = g_mime_object_get_content_type(object);
    const char *disposition = g_mime_object_get_disposition(object);
    const char *name = GMIME_IS_PART(object) ? g_mime_part_get_filename(GMIME_PART(object)) : NULL;
    gboolean is_text = g_mime_content_type_is_type(type, "text", "*");
    if (is_text && !name && !(disposition && !g_ascii_strcasecmp(disposition, "attachment")) && !is_data(type)) return;
    if (out->len > 0) g_string_append(out, " | ");
    append(out, name);
    if (GMIME_IS_MESSAGE_PART(object)) {
        g_string_append(out, " message");
        return;
    }
    if (!GMIME_IS_PART(object)) return;
    GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(object));
    GMimeStream *memory = g_mime_stream_mem_new();
    if (content) g_mime_data_wrapper_write_to_stream(content, memory);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
    guint count = 0;
    for (guint i = 0; i < bytes->len; i++)
        if (!(is_text && bytes->data[i] == '\r' && i + 1 < bytes->len && bytes->data[i + 1] == '\n'))
            bytes->data[count++] = bytes->data[i];
    char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes->data, count);
    g_string_append_printf(out, " %u %.16s", count, digest);
    g_free(digest);
    g_object_unref(memory);
}

int main(int argc, char **argv) {
    g_mime_init();
    for (int i = 1; i < argc; i++) {
        GMimeStream *stream = g_mime_stream_file_open(argv[i], "r", NULL);
        GMimeParser *parser = g_mime_parser_new_with_stream(stream);
        GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
        char *base = g_path_get_basename(argv[i]);
        if (message) {
            GString *value = clean(g_mime_message_get_message_id(message));
            printf("%s\tmessage_id\t%s\n", base, value->str);
            GDateTime *date = g_mime_message_get_date(message);
            printf("%s\tdate\t", base);
            if (date) printf("%lld", (long long)g_date_time_to_unix(date));
            g_string_truncate(value, 0);
            append_addresses(value, g_mime_message_get_from(message));
            printf("\n%s\tfrom\t%s\n", base, value->str);
            g_string_truncate(value, 0);
            append_addresses(value, g_mime_message_get_to(message));
            printf("%s\tto\t%s\n", base, value->str);
            GString *subject = clean(g_mime_message_get_subject(message));
            printf("%s\tsubject\t%s\n", base, subject->str);
            g_string_truncate(value, 0);
            if (g_mime_message_get_mime_part(message)) append_part(value, g_mime_message_get_mime_part(message));
            printf("%s\tattachments\t%s\n", base, value->str);
            g_object_unref(message);
        }
        g_object_unref(parser);
        g_object_unref(stream);
        g_free(base);
    }
    return 0;
}
