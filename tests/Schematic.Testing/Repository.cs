namespace Schematic.Testing;

/// <summary>Where the tests find the sources they speak about, whatever folder they are started from.</summary>
public static class Repository
{
    private const string Marker = "Schematic.Dashboard.sln";

    public static string Root { get; } = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every file under a folder of the repository, without what a build leaves behind.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(PathTo(folder), pattern, SearchOption.AllDirectories)
            .Where(static file =>
                !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or "node_modules")
            )
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        }

        throw new InvalidOperationException(
            $"No {Marker} in {AppContext.BaseDirectory} or above: the tests must run from inside a clone of the repository."
        );
    }
}
