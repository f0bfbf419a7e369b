package garden.command;

import garden.note.CommitId;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine;

/** {@code garden check --fix}: makes links by an old name direct, as a patch or on a branch. */
record LinkFixes(FolderGarden folder, CommandLine command) {

    /** Prints the patch, or commits it to {@code branch}; what it did goes to the error stream, so that a patch can be piped. */
    int run(Optional<String> branch) throws IOException {
        LinkFix fix = branch.isPresent() ? commit(branch.get()) : print();
        if (fix.texts().isEmpty() && fix.left().isEmpty()) {
            command.getErr().println("no link to make direct");
        }
        fix.left().forEach(link -> command.getErr().println("left for you: " + link));
        command.getErr().flush();
        return 0;
    }

    private LinkFix commit(String branch) throws IOException {
        CommitId base = folder.head();
        LinkFix fix = folder.fix(folder.at(base));
        if (!fix.texts().isEmpty()) {
            CommitId commit = folder.branch(branch, base, fix);
            command.getErr()
                    .println(fix.summary() + " made direct on " + branch + " at " + commit.abbreviated()
                            + "; to take them over: git merge " + branch);
        }
        return fix;
    }

    private LinkFix print() throws IOException {
        LinkFix fix = folder.fix(folder.now());
        if (!fix.texts().isEmpty()) {
            command.getOut().print(folder.patch(fix));
            command.getOut().flush();
            command.getErr().println(fix.summary() + " to make direct; to do it: ./garden check --fix | git apply");
        }
        return fix;
    }
}
