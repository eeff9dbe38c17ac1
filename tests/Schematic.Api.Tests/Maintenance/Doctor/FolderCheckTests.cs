using Schematic.Api.Hosting.Start;
using Schematic.Api.Maintenance.Doctor;

namespace Schematic.Api.Tests.Maintenance.Doctor;

public sealed class FolderCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schematic-doctor-").FullName;

    [Theory]
    [InlineData(50, "Wrong")]
    [InlineData(500, "Warning")]
    [InlineData(5000, "Ok")]
    public void Space_is_asked_for_before_it_is_gone(long megabytes, string health)
    {
        var finding = FolderCheck.Space("here", megabytes * 1024 * 1024);

        Assert.Equal(health, finding.Health.ToString());
        Assert.StartsWith($"{megabytes} MB are free", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_data_or_keys_that_others_can_read_is_named()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        Write("schematic.db", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Write("schematic.db-wal", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Write("keys/key.xml", UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Write("notes.txt", UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var open = FolderCheck
            .Run(new DataFolder("Data:Path", _folder))
            .Where(static finding => finding.Health == Health.Warning && finding.Subject == "permissions")
            .Select(static finding => Path.GetFileName(finding.Sentence.Split(' ')[0]));

        Assert.Equal(["key.xml", "schematic.db-wal"], open.Order());
    }

    [Fact]
    public void A_folder_leaves_no_trace_of_having_been_looked_at()
    {
        var findings = FolderCheck.Run(new DataFolder("Data:Path", _folder)).ToList();

        Assert.Contains(findings, static finding => finding is { Health: Health.Ok, Subject: "folder" });
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void A_folder_that_the_first_start_makes_is_all_right() =>
        Assert.Equal(
            Health.Ok,
            Assert.Single(FolderCheck.Run(new DataFolder("Data:Path", Path.Combine(_folder, "none")))).Health
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private void Write(string file, UnixFileMode mode)
    {
        File.WriteAllText(Path.Combine(_folder, file), "");
        File.SetUnixFileMode(Path.Combine(_folder, file), mode);
    }
}
