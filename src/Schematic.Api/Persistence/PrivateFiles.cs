namespace Schematic.Api.Persistence;

/// <summary>
/// Files that nobody but the account of this process may read, where the system knows such a thing (not on Windows,
/// where folders hand down the rights of their user).
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder of mode 0700, or gives it that mode if it is there.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
            Directory.CreateDirectory(path, OwnerFolder);
        else
            Tighten(path, OwnerFolder);
    }

    /// <summary>Makes an empty file of mode 0600, or gives it that mode if it is there.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            UnixCreateMode = OwnerFile,
        };
        new FileStream(path, options).Dispose();
        Tighten(path, OwnerFile);
    }

    // Never more than it has: what was closed further stays so. A folder with the sticky bit, like /tmp, is meant for
    // everybody.
    private static void Tighten(string path, UnixFileMode most)
    {
        if (OperatingSystem.IsWindows())
            return;
        var mode = File.GetUnixFileMode(path);
        if ((mode & ~most) == 0 || (mode & UnixFileMode.StickyBit) != 0)
            return;
        try
        {
            File.SetUnixFileMode(path, mode & most);
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to somebody else, like the root of a mounted volume, and keeps the mode its owner gave it.
        }
    }
}
