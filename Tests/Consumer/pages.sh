#!/bin/sh
# Makes Swift of the documentation's pages, for the target Pages: sh Tests/Consumer/pages.sh
# The ```swift fences of a page, in order, are the body of one function. Errors name the page and its line.
set -eu
cd "$(dirname "$0")/../.."
made=Tests/Consumer/Sources/Pages/Made
rm -rf "$made"
mkdir -p "$made"
list=""
for page in Sources/RecruitSQLite/RecruitSQLite.docc/*.md; do
    name=$(basename "$page" .md)
    list="$list    (\"$name\", \"$page\", page$name),
"
    awk -v page="$page" -v name="$name" '
        !inside && /^```swift$/ {
            inside = 1
            body = body "#sourceLocation(file: \"" page "\", line: " NR + 1 ")\n"
            next
        }
        inside && /^```/ { inside = 0; next }
        !inside { next }
        # An import or an extension stands at the top of a file, not in a function.
        /^import / { imports = imports $0 "\n"; body = body "\n"; next }
        /^extension / { inExtension = 1; tops = tops "#sourceLocation(file: \"" page "\", line: " NR ")\n" }
        inExtension {
            tops = tops $0 "\n"
            body = body "\n"
            if (/^}/) { inExtension = 0; tops = tops "#sourceLocation()\n" }
            next
        }
        # A statement first says where it is: an error that is thrown does not know.
        /^(let|var|try|await|for|while|if|do|switch|defer|_|[a-z][A-Za-z]*[.(]) ?/ { $0 = "Page.line(" NR "); " $0 }
        { body = body $0 "\n" }
        END {
            if (inside) { print page ": a fence is not closed" | "cat >&2"; exit 1 }
            print "// swift-format-ignore-file"
            printf "%s%sfunc page%s(folder: String) async throws {\n%s#sourceLocation()\n}\n", imports, tops, name, body
        }' "$page" >"$made/$name.swift"
done
printf '// swift-format-ignore-file\nlet pages: [(name: String, file: String, run: @Sendable (String) async throws -> Void)] = [\n%s]\n' \
    "$list" >"$made/Pages.swift"
