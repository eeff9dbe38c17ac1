using System.Globalization;
using Schematic.Api.Hosting.Start;

namespace Schematic.Api.Maintenance.Doctor;

/// <summary>
/// The data folder: whether it can be written to, who may read what is in it, and how much space is left.
/// </summary>
internal static class FolderCheck
{
    private const long Megabyte = 1024 * 1024;
    private const long TooLittle = 100 * Megabyte;
    private const long Little = 1024 * Megabyte;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static IEnumerable<Finding> Run(DataFolder folder)
    {
        if (folder.FindProblem() is { } problem)
        {
            yield return Finding.Of("folder", problem);
            yield break;
        }

        if (!Directory.Exists(folder.Path))
        {
            yield return new Finding(Health.Ok, "folder", $"{folder.Path} is not there yet: the first start makes it.");
            yield break;
        }

        yield return new Finding(Health.Ok, "folder", $"{folder.Path} can be written to.");
        foreach (var finding in Permissions(folder.Path))
            yield return finding;
        yield return Space(folder.Path, new DriveInfo(folder.Path).AvailableFreeSpace);
    }

    /// <summary>The finding for so many free bytes.</summary>
    public static Finding Space(string folder, long free)
    {
        var megabytes = string.Create(CultureInfo.InvariantCulture, $"{free / Megabyte} MB are free at {folder}.");
        return free switch
        {
            < TooLittle => new Finding(Health.Wrong, "disk", $"{megabytes} Make room before writes fail."),
            < Little => new Finding(Health.Warning, "disk", $"{megabytes} Make room soon."),
            _ => new Finding(Health.Ok, "disk", megabytes),
        };
    }

    private static IEnumerable<Finding> Permissions(string folder)
    {
        if (OperatingSystem.IsWindows())
            yield break;
        var isOpen = false;
        foreach (var file in Secrets(folder))
        {
            if ((File.GetUnixFileMode(file) & Others) == 0)
                continue;
            isOpen = true;
            yield return new Finding(
                Health.Warning,
                "permissions",
                $"{file} can be read or written by others. Run: chmod 600 {file}"
            );
        }

        if (!isOpen)
            yield return new Finding(
                Health.Ok,
                "permissions",
                "Only their owner can read the files with data and keys."
            );
    }

    private static IEnumerable<string> Secrets(string folder)
    {
        var keys = Path.Combine(folder, "keys");
        return Directory
            .EnumerateFiles(folder, "*.db*")
            .Concat(Directory.Exists(keys) ? Directory.EnumerateFiles(keys) : []);
    }
}
