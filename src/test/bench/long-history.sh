#!/usr/bin/env bash
# Makes a bare repository with a long history, for measuring: long-history.sh FOLDER [COMMITS] [NOTES]
# Each commit rewrites one line of one note; every 100th renames a note, every 1,000th a whole folder.
set -euo pipefail
folder=$1 commits=${2:-100000} notes=${3:-5000}
git init -q --bare -b main "$folder"
awk -v commits="$commits" -v notes="$notes" '
function text(n,   i, s) {
    s = "---\ntags: [t" (n % 40) "]\n---\n\nSee [[note-" ((n * 7) % notes) "]] and [[note-" ((n * 13) % notes) "]].\n\n"
    for (i = 0; i < 12; i++)
        s = s "Paragraph " i " of note " n ", in its version " version[n, i] + 0 ", about the oak and the elm by the river.\n\n"
    return s
}
function put(n,   s) {
    s = text(n)
    printf "M 100644 inline %s\ndata %d\n%s\n", path[n], length(s), s
}
BEGIN {
    srand(7)
    for (c = 0; c < commits; c++) {
        n = c < notes ? c : int(rand() * notes)
        printf "commit refs/heads/main\nauthor Author %d <a%d@example.org> %d +0000\n", n % 5, n % 5, 1000000000 + c * 600
        printf "committer Author %d <a%d@example.org> %d +0000\n", n % 5, n % 5, 1000000000 + c * 600
        message = "Change note " n
        printf "data %d\n%s\n", length(message), message
        if (c < notes) {
            path[n] = sprintf("d%02d/note-%d.md", n % 50, n)
            put(n)
        } else if (c % 1000 == 0) {
            from = c % 2000 ? "moved" c - 1000 : "d" sprintf("%02d", (c / 2000) % 50)
            for (i = 0; i < notes; i++)
                if (index(path[i], from "/") == 1) {
                    to = "moved" c substr(path[i], length(from) + 1)
                    printf "R %s %s\n", path[i], to
                    path[i] = to
                }
        } else if (c % 100 == 0) {
            to = path[n]
            sub(/(-r[0-9]+)?\.md$/, "-r" c ".md", to)
            printf "R %s %s\n", path[n], to
            path[n] = to
        } else {
            version[n, int(rand() * 12)]++
            put(n)
        }
    }
}' | git -C "$folder" fast-import --quiet
