using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Schematic.Testing;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Packaging.Tests.Guide;

/// <summary>
/// Somebody who follows the README from a fresh clone: one terminal runs the program, another one everything else. Only
/// the two addresses in the blocks are changed, because the ports may be taken, and the placeholder for the key.
/// </summary>
internal sealed partial class Reader : IAsyncDisposable
{
    // The block and all it starts are one group of processes: `dotnet run` does not pass every signal on.
    private const string Terminal = """
        setsid /bin/sh -ec "$1" & group=$!
        trap 'kill -TERM "-$group" 2>/dev/null' TERM
        wait "$group"; wait "$group"
        """;

    private const string KeyPlaceholder = "'the key from the set-up page'";

    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BlockPatience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("schematic-reader-");
    private readonly string _console = Local();
    private readonly string _api = Local();
    private readonly List<string> _exports = [];
    private ChildProcess? _server;
    private string? _key;

    private string DataPath => _folder.CreateSubdirectory("data").FullName;

    /// <summary>Runs a block that starts the program in the repository, until console and API answer.</summary>
    public async Task StartServerAsync(CommandBlock block, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = _console,
            ["Api__Urls"] = _api,
            ["Data__Path"] = DataPath,
            // Where `mktemp` makes its folders.
            ["TMPDIR"] = _folder.FullName,
            // The build of the tests is good enough; a build server would outlive them.
            ["Configuration"] = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
        };
        _server = ChildProcess.Start(
            ["/bin/sh", "-c", Terminal, "terminal", Adapt(block)],
            environment,
            Repository.Root,
            "TERM"
        );
        using var http = new HttpClient();
        await Poll.UntilAsync(
            "the program to answer",
            StartPatience,
            () => ProbeAsync(http, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Fills in the set-up page as a browser does, and takes the key it shows.</summary>
    public async Task SetUpAsync(CancellationToken cancellationToken)
    {
        using var browser = new HttpClient();
        // A new installation sends every visitor to its set-up page, whose form posts to itself.
        using var first = await browser.GetAsync(_console, cancellationToken);
        var page = await first.Content.ReadAsStringAsync(cancellationToken);
        var form = HiddenInput()
            .Matches(page)
            .ToDictionary(
                static input => input.Groups["name"].Value,
                static input => WebUtility.HtmlDecode(input.Groups["value"].Value)
            );
        form["Form.Email"] = Admin.Email;
        form["Form.Password"] = form["Form.RepeatedPassword"] = Admin.Password;
        form["Form.EnvironmentName"] = "Production";
        form["Form.EnvironmentType"] = "Production";

        var address = first.RequestMessage!.RequestUri;
        using var answer = await browser.PostAsync(address, new FormUrlEncodedContent(form), cancellationToken);
        var done = await answer.Content.ReadAsStringAsync(cancellationToken);

        _key = ShownKey().Match(done) is { Success: true } key
            ? key.Value
            : throw new InvalidOperationException($"The set-up page shows no key:\n{done}");
    }

    /// <summary>Runs a block in the other terminal, or saves it if it is a program; what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> FollowAsync(CommandBlock block, CancellationToken cancellationToken)
    {
        if (block.IsServer)
            throw new InvalidOperationException($"The README starts the program while it runs already:\n{block.Text}");
        var text = Adapt(block);
        if (block.Language == "js")
        {
            var name = FileName().Match(text).Groups["name"].Value;
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text, cancellationToken);
            return "";
        }

        var environment = new Dictionary<string, string>
        {
            ["npm_config_ignore_scripts"] = "true",
            ["npm_config_fund"] = "false",
        };
        var script = string.Concat(_exports) + text;
        await using var shell = ChildProcess.Start(["/bin/sh", "-ec", script], environment, _folder.FullName);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(BlockPatience);
        var code = await shell.WaitForExitAsync(patience.Token);
        if (code != 0)
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Code {code} from:\n{text}\n{shell.Output}\n{_server?.Output}"
                )
            );
        // What one block exports, the next one finds: it is the same terminal.
        var exports = text.Split('\n').Where(static line => line.StartsWith("export ", StringComparison.Ordinal));
        _exports.AddRange(exports.Select(static line => $"{line}\n"));
        return shell.Output;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Local() => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort.Next()}");

    private string Adapt(CommandBlock block)
    {
        if (block.Text.Contains(KeyPlaceholder, StringComparison.Ordinal) && _key is null)
            throw new InvalidOperationException("The README asks for a key before it says where to get one.");
        return block
            .Text.Replace("http://localhost:5080", _console, StringComparison.Ordinal)
            .Replace("http://localhost:5081", _api, StringComparison.Ordinal)
            .Replace(KeyPlaceholder, _key, StringComparison.Ordinal);
    }

    private async Task<string?> ProbeAsync(HttpClient http, CancellationToken cancellationToken)
    {
        if (_server!.HasExited)
            throw new InvalidOperationException($"The program ended with code {_server.ExitCode}:\n{_server.Output}");
        try
        {
            // The console starts last.
            using var answer = await http.GetAsync($"{_console}/health/live", cancellationToken);
            return answer.IsSuccessStatusCode ? null : $"{answer.StatusCode}\n{_server.Output}";
        }
        catch (HttpRequestException failure)
        {
            return $"{failure.Message}\n{_server.Output}";
        }
    }

    [GeneratedRegex(@"<input type=""hidden"" name=""(?<name>[^""]+)"" value=""(?<value>[^""]*)""")]
    private static partial Regex HiddenInput();

    [GeneratedRegex(@"\bsch_prod_\w+")]
    private static partial Regex ShownKey();

    [GeneratedRegex(@"\A// (?<name>[\w-]+\.mjs)\n")]
    private static partial Regex FileName();
}
