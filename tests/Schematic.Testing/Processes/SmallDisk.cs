using Xunit.Sdk;

namespace Schematic.Testing.Processes;

/// <summary>A file system of its own, in memory, that is soon full.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Skips the test where this process may not mount.</summary>
    /// <param name="size">As mount takes it, like <c>8m</c>.</param>
    public static async Task<SmallDisk> MountAsync(string size)
    {
        var folder = Directory.CreateTempSubdirectory("schematic-disk-").FullName;
        await using var mount = ChildProcess.Start(["mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder]);
        if (await mount.WaitForExitAsync(CancellationToken.None) == 0)
            return new SmallDisk(folder);
        Directory.Delete(folder);
        throw SkipException.ForSkip($"Mounting takes root and the right to mount: {mount.Output}");
    }

    /// <summary>Leaves no room for anything else.</summary>
    public async Task FillAsync()
    {
        await using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        try
        {
            while (true)
                await ballast.WriteAsync(new byte[4096]);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        await ChildProcess.RunAsync(["umount", Folder], CancellationToken.None);
        Directory.Delete(Folder);
    }

    private string Ballast => Path.Combine(Folder, "ballast");
}
