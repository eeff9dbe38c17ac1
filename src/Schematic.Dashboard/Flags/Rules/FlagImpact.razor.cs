using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Counts whose verdict would change if the draft were saved, request by request, until all companies were looked at.</summary>
public sealed partial class FlagImpact : ComponentBase, IDisposable
{
    private const int MostShown = 50;

    private readonly List<FlagImpactCompany> _changes = [];
    private CancellationTokenSource? _running;
    private IReadOnlyList<RuleDraft>? _counted;
    private LoadFailure? _failure;
    private long _examined;
    private long _gained;
    private long _lost;
    private long _total;
    private bool _isRunning;
    private bool _isCancelled;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string FlagId { get; set; } = "";

    /// <summary>The draft.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<RuleDraft> Rules { get; set; } = [];

    private bool IsStale => !ReferenceEquals(_counted, Rules);

    public void Dispose()
    {
        _running?.Cancel();
        _running?.Dispose();
    }

    protected override Task OnInitializedAsync() => RunAsync();

    private async Task RunAsync()
    {
        Dispose();
        var running = _running = new CancellationTokenSource();
        var token = running.Token;
        var (api, rules) = (Session.Gateway, Rules);
        _changes.Clear();
        (_counted, _failure, _examined, _gained, _lost, _total, _isRunning, _isCancelled) = (
            rules,
            null,
            0,
            0,
            0,
            0,
            true,
            false
        );
        try
        {
            var body = new FlagImpactRequestBody { Rules = rules.ToContract(), Limit = MostShown };
            string? cursor = null;
            do
            {
                var part = (
                    await api.Flags.ImpactAsync(
                        FlagId,
                        body with
                        {
                            Cursor = cursor,
                            Limit = MostShown - _changes.Count,
                        },
                        token
                    )
                ).Data;
                if (token.IsCancellationRequested)
                    return;
                _changes.AddRange(part.Changes);
                _examined += part.Examined;
                _gained += part.Gained;
                _lost += part.Lost;
                _total = part.Total;
                cursor = part.NextCursor;
                StateHasChanged();
            } while (cursor is not null);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, token))
        {
            _failure = LoadFailure.FromException(failure);
        }

        _isRunning = false;
        StateHasChanged();
    }

    private Task RunOrCancelAsync()
    {
        if (!_isRunning)
            return RunAsync();
        _running?.Cancel();
        (_isRunning, _isCancelled) = (false, true);
        return Task.CompletedTask;
    }

    // Ids of rules that were never saved name nothing.
    private static string Short(string reason) => RuleId().Replace(reason, "");

    [GeneratedRegex(@" \(rule_\w+\)")]
    private static partial Regex RuleId();

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
