package garden;

import garden.note.CommitId;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;

/** {@code garden check --fix}: makes links by an old name direct, as a patch or on a branch. */
record LinkFixes(FolderGarden folder, CommandLine command) {

    /** Prints the patch, or commits it to {@code branch}; what it did goes to the error stream, so that a patch can be piped. */
    int run(Optional<String> branch) throws IOException {
        LinkFix fix = folder.fix(branch.isPresent() ? folder.committed() : folder.now());
        PrintWriter said = command.getErr();
        if (fix.texts().isEmpty()) {
            said.println("no link to make direct");
        } else if (branch.isPresent()) {
            CommitId commit = folder.branch(branch.get(), fix);
            said.println(fix.summary() + " made direct on " + branch.get() + " at " + commit.abbreviated()
                    + "; to take them over: git merge " + branch.get());
        } else {
            command.getOut().print(folder.patch(fix));
            command.getOut().flush();
            said.println(fix.summary() + " to make direct; to do it: ./garden check --fix | git apply");
        }
        fix.left().forEach(link -> said.println("left for you: " + link));
        said.flush();
        return 0;
    }
}
