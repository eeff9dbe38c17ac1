using Schematic.Testing.Processes;

namespace Schematic.E2E.Sdk;

/// <summary>A package from npm, installed into a folder of its own as somebody who uses it would.</summary>
internal sealed class NpmPackage : IDisposable
{
    private static readonly string[] Unreachable =
    [
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "ETIMEDOUT",
        "ENETUNREACH",
    ];

    private NpmPackage(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Installs it; skips the test where there is no npm or its registry cannot be reached.</summary>
    public static async Task<NpmPackage> InstallAsync(string name, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(
            Environment
                .GetEnvironmentVariable("PATH")!
                .Split(Path.PathSeparator)
                .Any(static folder => File.Exists(Path.Combine(folder, "npm"))),
            "npm is not installed."
        );
        var package = new NpmPackage(Directory.CreateTempSubdirectory("schematic-sdk-").FullName);
        await using var install = ChildProcess.Start(
            ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", package.Folder, name],
            new Dictionary<string, string>(),
            package.Folder
        );
        var code = await install.WaitForExitAsync(cancellationToken);
        Assert.SkipWhen(
            code != 0 && Unreachable.Any(sign => install.Output.Contains(sign, StringComparison.Ordinal)),
            "The npm registry cannot be reached."
        );
        Assert.True(code == 0, install.Output);
        return package;
    }

    public string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([Folder, "node_modules", .. parts]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
