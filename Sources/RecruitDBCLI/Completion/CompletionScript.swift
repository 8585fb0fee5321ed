/// The few lines by which a shell asks the program itself what may stand at the cursor.
enum CompletionScript {
    /// The shells that there are lines for.
    static let shells = ["bash", "zsh", "fish"]

    /// The lines for `shell`; nil for one that is not known.
    static func text(for shell: String) -> String? {
        switch shell {
        case "bash": bash
        case "zsh": zsh
        case "fish": fish
        default: nil
        }
    }

    // Each line that the program prints is a word, a tab and what it is; a first line of one tab stands for files.
    private static let bash = """
        # recruitdb completion bash > ~/.local/share/bash-completion/completions/recruitdb
        _recruitdb() {
            local line tab=$'\\t'
            COMPREPLY=()
            while IFS= read -r line; do
                if [ "$line" = "$tab" ]; then
                    compopt -o default 2>/dev/null
                    continue
                fi
                COMPREPLY+=("${line%%"$tab"*}")
            done < <("${COMP_WORDS[0]}" completion --candidates -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
        }
        complete -F _recruitdb recruitdb

        """

    private static let zsh = """
        #compdef recruitdb
        # recruitdb completion zsh > a folder of $fpath, as _recruitdb
        _recruitdb() {
            local line tab=$'\\t'
            local -a found
            while IFS= read -r line; do
                if [[ $line == $tab ]]; then
                    _files
                    continue
                fi
                found+=("${${line%%$tab*}//:/\\\\:}:${line#*$tab}")
            done < <("${words[1]}" completion --candidates -- "${(@)words[2,CURRENT]}" 2>/dev/null)
            (( ${#found} )) && _describe recruitdb found
        }
        if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _recruitdb "$@"; else compdef _recruitdb recruitdb; fi

        """

    private static let fish = """
        # recruitdb completion fish > ~/.config/fish/completions/recruitdb.fish
        function __recruitdb_candidates
            set -l words (commandline -opc)
            $words[1] completion --candidates -- $words[2..] (commandline -ct) 2>/dev/null
        end
        complete -c recruitdb -f -a '(__recruitdb_candidates | string match -v \\t)'
        complete -c recruitdb -n '__recruitdb_candidates | string match -q \\t' -F

        """
}
