using System.Globalization;
using System.Text.RegularExpressions;
using Schematic.Testing.Processes;

namespace Schematic.Packaging.Tests.Container;

/// <summary>
/// A stage of a Dockerfile carried out in a folder that stands for its root: <c>/app</c> is
/// <c>&lt;folder&gt;/app</c>, in commands and settings, too. The programs are those of this machine.
/// </summary>
internal sealed partial class StageFolder
{
    // A build server that outlives its step would keep the pipe open that the step's output is read from.
    private static readonly Dictionary<string, string> NoBuildServers = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    };

    private readonly Dictionary<string, string> _variables;

    private StageFolder(Stage stage, string root)
    {
        Stage = stage;
        Root = root;
        _variables = new Dictionary<string, string>(BaseImages.Environment(stage.Image));
        Settings = new Dictionary<string, string>(_variables);
        Directory.CreateDirectory(Path.Combine(root, "tmp"));
    }

    public Stage Stage { get; }

    public string Root { get; }

    /// <summary>The variables that a process in the image finds, those of the base image among them.</summary>
    public Dictionary<string, string> Settings { get; }

    public string WorkingFolder { get; private set; } = "/";

    /// <summary>As USER has it, variables replaced; root unless there is one.</summary>
    public string User { get; private set; } = "root";

    /// <param name="context">The folder that <c>docker build</c> is given.</param>
    /// <param name="files">The files of the context that .dockerignore lets through.</param>
    public static async Task<StageFolder> BuildAsync(
        Stage stage,
        string root,
        string context,
        IReadOnlyList<string> files,
        IReadOnlyDictionary<string, StageFolder> earlier,
        CancellationToken cancellationToken
    )
    {
        var folder = new StageFolder(stage, root);
        foreach (var instruction in stage.Instructions)
        {
            if (instruction.Keyword == "RUN")
                await folder.RunAsync(instruction, cancellationToken);
            else if (instruction.Keyword != "COPY")
                folder.Apply(instruction);
            else if (instruction.Flags.TryGetValue("from", out var from))
                folder.CopyFrom(earlier[from], instruction);
            else
                folder.Copy(instruction, context, files);
        }

        return folder;
    }

    /// <summary>Where a path of the image is on this machine.</summary>
    public string Map(string path) => Path.Join(Root, Path.Combine(WorkingFolder, path)).TrimEnd('/');

    /// <summary>A text with the image's own absolute paths replaced; those of the system stay.</summary>
    public string MapPaths(string text) => OwnPath().Replace(text, path => Root + path.Value);

    private void Apply(Instruction instruction)
    {
        switch (instruction.Keyword)
        {
            case "WORKDIR":
                WorkingFolder = Path.Combine(WorkingFolder, instruction.Text);
                Directory.CreateDirectory(Map("."));
                break;
            case "ENV":
                foreach (var (name, value) in instruction.Pairs)
                    _variables[name] = Settings[name] = Expand(value);
                break;
            case "ARG":
                foreach (var (name, value) in instruction.Pairs)
                    _variables[name] = Expand(value);
                break;
            case "USER":
                User = Expand(instruction.Text);
                break;
            case "EXPOSE" or "VOLUME" or "LABEL" or "HEALTHCHECK" or "ENTRYPOINT":
                break;
            default:
                throw new NotSupportedException($"This test does not know how to carry out: {instruction}");
        }
    }

    private async Task RunAsync(Instruction instruction, CancellationToken cancellationToken)
    {
        Refuse(instruction, []);
        if (instruction.IsExecForm)
            throw new NotSupportedException($"This test does not know how to carry out: {instruction}");
        // The machine that runs the tests has its packages already, and nothing here may install others.
        var commands = instruction
            .Text.Split("&&", StringSplitOptions.TrimEntries)
            .Where(static command => !command.StartsWith("apt-get ", StringComparison.Ordinal));
        await using var step = ChildProcess.Start(
            ["/bin/sh", "-c", MapPaths(string.Join(" && ", commands))],
            new Dictionary<string, string>(NoBuildServers.Concat(_variables)),
            Map(".")
        );
        var code = await step.WaitForExitAsync(cancellationToken);
        if (code != 0)
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{instruction} ended with code {code}:\n{step.Output}")
            );
    }

    private void Copy(Instruction instruction, string context, IReadOnlyList<string> files)
    {
        Refuse(instruction, ["parents"]);
        var (sources, target) = (instruction.Words.SkipLast(1), instruction.Words[^1]);
        foreach (var source in sources.Select(static source => source is "." or "./" ? "" : source.Trim('/')))
        {
            var found = new Regex($"^(?<top>{DockerIgnore.Glob(source)})(/|$)", RegexOptions.CultureInvariant);
            var copied = source.Length == 0 ? files : [.. files.Where(file => found.IsMatch(file))];
            // With --parents, Docker passes over a source that is not there, and the projects could go missing unseen.
            if (copied.Count == 0)
                throw new InvalidOperationException($"{instruction}: nothing in the context matches {source}.");
            foreach (var file in copied)
                CopyFile(Path.Combine(context, file), Path.Combine(Map(target), Landing(file)));

            string Landing(string file)
            {
                if (source.Length == 0 || instruction.Flags.ContainsKey("parents"))
                    return file;
                // A file keeps its name, a folder loses it.
                var top = found.Match(file).Groups["top"].Value;
                return top.Length == file.Length ? Path.GetFileName(file) : file[(top.Length + 1)..];
            }
        }
    }

    private void CopyFrom(StageFolder other, Instruction instruction)
    {
        Refuse(instruction, ["from"]);
        if (instruction.Words is not [var source, var target])
            throw new NotSupportedException($"This test does not know how to carry out: {instruction}");
        var from = Path.Join(other.Root, source);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            CopyFile(file, Path.Combine(Map(target), Path.GetRelativePath(from, file)));
    }

    private static void CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
    }

    private static void Refuse(Instruction instruction, string[] known)
    {
        if (instruction.Flags.Keys.Except(known).FirstOrDefault() is { } unknown)
            throw new NotSupportedException($"This test does not know --{unknown}: {instruction}");
    }

    private string Expand(string text) =>
        Variable().Replace(text, name => _variables.GetValueOrDefault(name.Groups["name"].Value, ""));

    [GeneratedRegex(@"\$\{(?<name>\w+)\}|\$(?<name>\w+)")]
    private static partial Regex Variable();

    // At the start of a word; "//" belongs to an address.
    [GeneratedRegex(@"(?<![^\s""'=])/(?!/|(dev|proc|usr|bin|etc|tmp)\b)[\w.*/-]*", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnPath();
}
