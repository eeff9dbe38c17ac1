using Schematic.Api.Hosting.Start;

namespace Schematic.Api.Tests.Hosting.Start;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schematic-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("to/be/made")]
    public void A_folder_that_can_be_written_to_is_left_as_it_was(string below)
    {
        Assert.Null(new DataFolder("Data:Path", Path.Combine(_folder, below)).FindProblem());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData(0, "0 of the 16 MB")]
    [InlineData(15, "15 of the 16 MB")]
    [InlineData(16, null)]
    public void A_disk_without_room_for_a_start_is_full(long megabytes, string? words)
    {
        var problem = new DataFolder("Data:Path", "/srv/data").Full(megabytes * 1024 * 1024);

        if (words is null)
            Assert.Null(problem);
        else
            Assert.StartsWith(
                $"Data:Path: the disk of /srv/data is full: {words} that a start needs",
                problem?.Sentence
            );
    }
}
