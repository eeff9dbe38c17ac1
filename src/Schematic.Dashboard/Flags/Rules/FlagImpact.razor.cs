using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Counts the companies whose answer would change if the draft were saved, request by request, until all were
/// examined.
/// </summary>
public sealed partial class FlagImpact : ComponentBase, IDisposable
{
    private CancellationTokenSource? _running;
    private ImpactCount _count = default!;

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

    /// <summary>Raised when every company was examined.</summary>
    [Parameter]
    public EventCallback<MeasuredImpact> Measured { get; set; }

    private bool IsOutdated => !_count.IsRunning && !ReferenceEquals(_count.Rules, Rules);

    private string Status =>
        _count switch
        {
            { IsRunning: true } => $"Looked at {Number(_count.Examined)} of {Number(_count.Total)} companies…",
            { State: ImpactCountState.Stopped } =>
                $"Stopped after {Number(_count.Examined)} of {Number(_count.Total)} companies.",
            { Affected: 0 } => $"No company changes. All {Number(_count.Total)} get the same answer as now.",
            _ => $"Of {Number(_count.Total)} companies, {Number(_count.Affected)} get another answer than now.",
        };

    public void Dispose()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
    }

    protected override Task OnInitializedAsync() => RunAsync();

    private async Task RunAsync()
    {
        Dispose();
        _running = new CancellationTokenSource();
        var token = _running.Token;
        _count = new() { Rules = Rules };
        try
        {
            await CountAsync(Rules.ToContract(), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested) { }
        catch (Exception failure) when (LoadFailure.Explains(failure, token))
        {
            // Another count has begun.
            if (token.IsCancellationRequested)
                return;
            _count = _count with { State = ImpactCountState.Failed, Failure = LoadFailure.FromException(failure) };
        }
    }

    private async Task CountAsync(IReadOnlyList<CreateOrUpdateRuleRequestBody> rules, CancellationToken token)
    {
        var flags = Session.Gateway.Flags;
        string? cursor = null;
        do
        {
            var body = new FlagImpactRequestBody
            {
                Rules = rules,
                Cursor = cursor,
                Limit = ImpactCount.MaxChanges - _count.Changes.Count,
            };
            var part = (await flags.ImpactAsync(FlagId, body, token)).Data;
            token.ThrowIfCancellationRequested();
            _count = _count.Add(part);
            cursor = part.NextCursor;
            StateHasChanged();
        } while (cursor is not null);

        await Measured.InvokeAsync(new(_count.Rules, _count.Gained, _count.Lost));
    }

    private Task RunOrStopAsync()
    {
        if (!_count.IsRunning)
            return RunAsync();
        Dispose();
        _count = _count with { State = ImpactCountState.Stopped };
        return Task.CompletedTask;
    }

    // Rules that were never saved have made-up ids, which mean nothing to anyone.
    private static string Short(string reason) => RuleId().Replace(reason, "");

    [GeneratedRegex(@" \(rule_\w+\)")]
    private static partial Regex RuleId();

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
