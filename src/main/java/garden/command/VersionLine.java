package garden.command;

import picocli.CommandLine.IVersionProvider;

/** Says which version this is. */
public final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionLine.class.getPackage().getImplementationVersion();
        return new String[] {"garden " + (version == null ? "(not packaged)" : version)};
    }
}
