using System.Globalization;

namespace Schematic.Api.Hosting.Start;

/// <summary>A folder in which the program keeps something, or will once it has made it.</summary>
/// <param name="Setting">The setting that names it.</param>
internal sealed record DataFolder(string Setting, string Path)
{
    private const long Megabyte = 1024 * 1024;

    // The tables and what one start writes.
    private const long Needed = 16 * Megabyte;

    /// <summary>The path itself, or the nearest one above it that is there.</summary>
    public string Existing
    {
        get
        {
            var path = Path;
            while (!File.Exists(path) && !Directory.Exists(path))
                path = System.IO.Path.GetDirectoryName(path)!;
            return path;
        }
    }

    /// <summary>Why nothing can be kept there; null if it can. Leaves no trace.</summary>
    public StartProblem? FindProblem()
    {
        var existing = Existing;
        if (File.Exists(existing))
            return new(
                existing == Path
                    ? $"{Setting}: {Path} is a file. Name a folder, or move the file away."
                    : $"{Setting}: {Path} cannot be made, because {existing} is a file. Name another folder."
            );
        var disk = new DriveInfo(existing);
        // What the system makes up, like /proc, has no size at all.
        return disk.TotalSize > 0 && Full(disk.AvailableFreeSpace) is { } full ? full : Probe(existing);
    }

    /// <summary>The problem of so little room; null if it is enough.</summary>
    public StartProblem? Full(long free) =>
        free < Needed
            ? new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Setting}: the disk of {Path} is full: {free / Megabyte} of "
                )
                    + string.Create(
                        CultureInfo.InvariantCulture,
                        $"the {Needed / Megabyte} MB that a start needs are free. "
                    )
                    + "Make room, or name a folder on another disk."
            )
            : null;

    // Permissions do not tell: a file system may be read-only, and root is asked for none.
    private StartProblem? Probe(string folder)
    {
        try
        {
            var probe = System.IO.Path.Combine(folder, $".schematic-{Guid.NewGuid():n}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) { }
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new(
                $"{Setting}: {folder} cannot be written to by {Environment.UserName} ({Reason(refused)}). "
                    + "Give that account the right to, or name another folder."
            );
        }
    }

    // Without the name of the probe, which nobody knows.
    private static string Reason(Exception refused) =>
        refused switch
        {
            UnauthorizedAccessException => "access is denied",
            FileNotFoundException or DirectoryNotFoundException => "it takes no files",
            _ => refused.Message.Split(" : '")[0],
        };
}
