using System.Text.Json;
using System.Xml.Linq;
using Schematic.Testing;
using Schematic.Testing.Processes;

namespace Schematic.Packaging.Tests.Container;

/// <summary>What can be said of the Dockerfile without carrying it out.</summary>
public sealed class DockerfileTests
{
    private static readonly Dockerfile File = Dockerfile.Parse(
        System.IO.File.ReadAllText(Repository.PathTo("Dockerfile"))
    );

    private static string PinnedSdk
    {
        get
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllText(Repository.PathTo("global.json")));
            return json.RootElement.GetProperty("sdk").GetProperty("version").GetString()!;
        }
    }

    [Fact]
    public void The_image_is_built_by_the_SDK_that_the_repository_names() =>
        Assert.Equal($"mcr.microsoft.com/dotnet/sdk:{PinnedSdk}", File.Stages[0].Image);

    [Fact]
    public async Task The_image_runs_on_the_runtime_that_comes_with_that_SDK()
    {
        // One line per SDK: "10.0.401 [/usr/share/dotnet/sdk]".
        var installed = await ChildProcess.RunAsync(["dotnet", "--list-sdks"], TestContext.Current.CancellationToken);
        var line = installed
            .Split('\n')
            .FirstOrDefault(static sdk => sdk.StartsWith($"{PinnedSdk} ", StringComparison.Ordinal));
        Assert.SkipWhen(line is null, $"The SDK {PinnedSdk} is not installed, only:\n{installed}");
        var folder = Path.Combine(
            line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.IndexOf(']', StringComparison.Ordinal)],
            PinnedSdk
        );

        var versions = XDocument.Load(Path.Combine(folder, "Microsoft.NETCoreSdk.BundledVersions.props"));
        var runtime = versions.Descendants("BundledNETCoreAppPackageVersion").First().Value;

        Assert.Equal($"mcr.microsoft.com/dotnet/aspnet:{runtime}", File.Final.Image);
    }

    [Fact]
    public void An_edit_of_the_code_does_not_repeat_the_restore()
    {
        var beforeRestore = File.Stages[0]
            .Instructions.TakeWhile(static step => !step.Text.StartsWith("dotnet restore", StringComparison.Ordinal));
        var copied = beforeRestore
            .Where(static step => step.Keyword == "COPY")
            .SelectMany(static step => step.Words.SkipLast(1))
            .ToList();

        Assert.NotEmpty(copied);
        Assert.All(
            copied,
            static source => Assert.Matches(@"(\.csproj|\.props|\.targets|packages\.lock\.json|global\.json)$", source)
        );
    }

    [Fact]
    public void Packages_are_those_of_the_lock_files()
    {
        var commands = File.Stages[0].All("RUN").Select(static run => run.Text).ToList();

        Assert.Contains(
            commands,
            static run =>
                run.StartsWith("dotnet restore ", StringComparison.Ordinal)
                && run.Contains("--locked-mode", StringComparison.Ordinal)
        );
        Assert.Contains(
            commands,
            static run =>
                run.StartsWith("dotnet publish ", StringComparison.Ordinal)
                && run.Contains("--no-restore", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_program_does_not_run_as_root()
    {
        Assert.Equal("$APP_UID", File.Final.Last("USER").Text);
        Assert.Equal("/data", File.Final.Last("VOLUME").Text);
    }

    // With a shell between them, the signal of `docker stop` would not reach the program.
    [Fact]
    public void The_program_is_the_first_process_of_its_container() =>
        Assert.True(File.Final.Last("ENTRYPOINT").IsExecForm);

    [Fact]
    public void The_health_check_uses_a_program_that_the_image_installs()
    {
        var check = Instruction.Parse(File.Final.Last("HEALTHCHECK").Text);
        var installed = File
            .Final.All("RUN")
            .SelectMany(static run => run.Text.Split("&&", StringSplitOptions.TrimEntries))
            .Where(static command => command.StartsWith("apt-get install", StringComparison.Ordinal))
            .SelectMany(static command => command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(check.Words[0], installed);
    }

    [Fact]
    public void The_labels_say_what_the_image_is()
    {
        var labels = File.Final.All("LABEL").SelectMany(static label => label.Pairs).ToDictionary();
        var defaults = File.Final.All("ARG").SelectMany(static argument => argument.Pairs).ToDictionary();
        var project = XDocument.Load(Repository.PathTo("Directory.Build.props"));

        Assert.All(labels, static label => Assert.NotEmpty(label.Value));
        Assert.Equal("Schematic.Dashboard", labels["org.opencontainers.image.title"]);
        Assert.Equal("MIT", labels["org.opencontainers.image.licenses"]);
        Assert.Equal(File.Final.Image, labels["org.opencontainers.image.base.name"]);
        Assert.Equal("$VERSION", labels["org.opencontainers.image.version"]);
        Assert.Equal(project.Descendants("Version").Single().Value, defaults["VERSION"]);
    }

    [Fact]
    public void Stages_instructions_and_flags_are_read()
    {
        var read = Dockerfile.Parse(
            """
            # A comment
            FROM base:1 AS build
            RUN one \
            # Another comment
             && two
            FROM other:2
            COPY --from=build --parents a b ./
            ENV A=1 B="two words"
            CMD ["run", "it now"]
            """
        );

        Assert.Equal(["base:1", "other:2"], read.Stages.Select(static stage => stage.Image));
        Assert.Equal("build", read.Stages[0].Name);
        Assert.Equal("one  && two", read.Stages[0].Last("RUN").Text);
        Assert.Equal("build", read.Final.Last("COPY").Flags["from"]);
        Assert.Equal(["a", "b", "./"], read.Final.Last("COPY").Words);
        Assert.Equal([new("A", "1"), new("B", "two words")], read.Final.Last("ENV").Pairs);
        Assert.Equal(["run", "it now"], read.Final.Last("CMD").Words);
    }
}
