using System.Globalization;
using System.Text.RegularExpressions;
using Schematic.Testing.Processes;

namespace Schematic.Packaging.Tests.Container;

/// <summary>
/// An image that runs as <c>docker run --read-only --tmpfs /tmp</c> would run it: as its own user, with its own
/// settings and no others, and with nothing to write to but its volumes and /tmp. Ports are changed to free ones
/// throughout.
/// </summary>
internal sealed partial class Container : IAsyncDisposable
{
    // In a mount namespace of its own, which ends with the process. Arguments: the root, the working folder, the number
    // of volumes, the volumes, the command.
    private const string ReadOnly = """
        set -e
        root=$1; work=$2; volumes=$3; shift 3
        mount --bind "$root" "$root"
        mount -t tmpfs tmpfs "$root/tmp"
        while [ "$volumes" -gt 0 ]; do mount --bind "$1" "$1"; volumes=$((volumes - 1)); shift; done
        mount -o remount,bind,ro "$root"
        mount -o remount,bind,ro /
        cd "$work"
        exec "$@"
        """;

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    private readonly StageFolder _image;
    private readonly Dictionary<string, string> _settings;
    private readonly Dictionary<string, string> _ports;
    private readonly bool _hasNamespaces;
    private ChildProcess? _process;

    private Container(StageFolder image, IReadOnlyDictionary<string, string> settings, bool hasNamespaces)
    {
        _image = image;
        _hasNamespaces = hasNamespaces;
        _ports = image
            .Stage.All("EXPOSE")
            .SelectMany(static expose => expose.Words)
            .ToDictionary(static port => port, static _ => FreePort.Next().ToString(CultureInfo.InvariantCulture));
        _settings = image.Settings.ToDictionary(
            static variable => variable.Key,
            variable => MapPorts(image.MapPaths(variable.Value))
        );
        foreach (var (name, value) in settings)
            _settings[name] = value;
        _settings["TMPDIR"] = Path.Combine(image.Root, "tmp");
        _settings["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet)
            _settings["DOTNET_ROOT"] = dotnet;
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Output => _process?.Output ?? "";

    private IEnumerable<string> Volumes =>
        _image.Stage.All("VOLUME").SelectMany(static volume => volume.Words).Select(_image.Map);

    private Instruction HealthCheck => _image.Stage.Last("HEALTHCHECK");

    private Instruction CheckCommand => Instruction.Parse(HealthCheck.Text);

    /// <param name="settings">What <c>docker run --env</c> would add.</param>
    public static async Task<Container> StartAsync(
        StageFolder image,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken
    )
    {
        var container = new Container(image, settings, await HasNamespacesAsync(cancellationToken));
        await container.MakeReadOnlyAsync(cancellationToken);
        container._process = ChildProcess.Start(
            container.Command(image.Stage.Last("ENTRYPOINT")),
            workingFolder: image.Map(".")
        );
        return container;
    }

    /// <summary>Asks the way HEALTHCHECK says until the answer is yes.</summary>
    /// <exception cref="TimeoutException">It stays unhealthy for longer than the start period allows.</exception>
    public Task BecomeHealthyAsync(CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromSeconds(
            int.Parse(HealthCheck.Flags["start-period"].TrimEnd('s'), CultureInfo.InvariantCulture)
        );
        return Poll.UntilAsync("the container to be healthy", patience, ProbeAsync, cancellationToken);

        async Task<string?> ProbeAsync()
        {
            if (_process!.HasExited)
                throw new InvalidOperationException($"The container ended with code {_process.ExitCode}:\n{Output}");
            return await ExecuteAsync(CheckCommand, cancellationToken) == 0 ? null : Output;
        }
    }

    /// <summary>Runs a command in the container, as <c>docker exec</c> does; its exit code.</summary>
    public async Task<int> ExecuteAsync(Instruction command, CancellationToken cancellationToken)
    {
        await using var process = ChildProcess.Start(Command(command), workingFolder: _image.Map("."));
        return await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Sends SIGTERM as <c>docker stop</c> does; the exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StopPatience);
        await _process!.SignalAsync("TERM");
        return await _process.WaitForExitAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<bool> HasNamespacesAsync(CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return false;
        await using var attempt = ChildProcess.Start(["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
        return await attempt.WaitForExitAsync(cancellationToken) == 0;
    }

    private string[] Command(Instruction instruction)
    {
        string[] command = [.. instruction.IsExecForm ? instruction.Words : ["/bin/sh", "-c", instruction.Text]];
        string[] clean =
        [
            "env",
            "-i",
            .. _settings.Select(static setting => $"{setting.Key}={setting.Value}"),
            .. command.Select(word => MapPorts(_image.MapPaths(word))),
        ];
        string[] asUser = Environment.IsPrivilegedProcess
            ?
            [
                "setpriv",
                $"--reuid={_image.User}",
                $"--regid={_image.User}",
                "--clear-groups",
                "--no-new-privs",
                "--",
                .. clean,
            ]
            : clean;
        string[] volumes = [.. Volumes];
        return _hasNamespaces
            ?
            [
                "unshare",
                "--mount",
                "--propagation=private",
                "/bin/sh",
                "-c",
                ReadOnly,
                "container",
                _image.Root,
                _image.Map("."),
                volumes.Length.ToString(CultureInfo.InvariantCulture),
                .. volumes,
                .. asUser,
            ]
            : asUser;
    }

    /// <summary>Without namespaces, takes the right to write to the image's files from everybody.</summary>
    private Task MakeReadOnlyAsync(CancellationToken cancellationToken) =>
        _hasNamespaces
            ? Task.CompletedTask
            : ChildProcess.RunAsync(["chmod", "--recursive", "a-w", _image.Map(".")], cancellationToken);

    private string MapPorts(string text) =>
        Port().Replace(text, port => _ports.GetValueOrDefault(port.Value, port.Value));

    [GeneratedRegex(@"(?<=:)\d+\b")]
    private static partial Regex Port();
}
