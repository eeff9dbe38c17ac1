using Schematic.Testing;
using Schematic.Testing.Processes;

namespace Schematic.Packaging.Tests.Container;

/// <summary>The image of this repository's Dockerfile, its steps carried out once in a folder of their own.</summary>
public sealed class ImageFixture : IAsyncLifetime
{
    private static readonly TimeSpan BuildPatience = TimeSpan.FromMinutes(8);

    // Everybody may pass: the program runs as a user that owns nothing here.
    private readonly DirectoryInfo _folder = new(
        Path.Combine(Path.GetTempPath(), $"schematic-image-{Guid.NewGuid():N}")
    );
    private StageFolder? _image;

    internal StageFolder Image => _image ?? throw new InvalidOperationException("The fixture is not initialised.");

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(BuildPatience);
        var dockerfile = Dockerfile.Parse(await File.ReadAllTextAsync(Repository.PathTo("Dockerfile"), patience.Token));
        var ignore = DockerIgnore.Parse(
            await File.ReadAllTextAsync(Repository.PathTo(".dockerignore"), patience.Token)
        );
        var files = ignore.Files(Repository.Root);
        var stages = new Dictionary<string, StageFolder>();
        foreach (var stage in dockerfile.Stages)
        {
            var root = Path.Combine(_folder.FullName, $"stage-{stages.Count}");
            _image = await StageFolder.BuildAsync(stage, root, Repository.Root, files, stages, patience.Token);
            stages.Add(stage.Name, _image);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_folder.Exists)
            return;
        // What stands for a read-only image must be writable again to go.
        await ChildProcess.RunAsync(["chmod", "--recursive", "u+w", _folder.FullName], CancellationToken.None);
        _folder.Delete(recursive: true);
    }
}
