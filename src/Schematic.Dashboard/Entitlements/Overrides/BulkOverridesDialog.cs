using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>
/// Changes several overrides, with a result for each; those that failed can be tried again, and nothing is lost.
/// </summary>
public abstract class BulkOverridesDialog : CancellableComponent
{
    private CancellationTokenSource? _run;

    [Inject]
    protected ConsoleSession Session { get; set; } = default!;

    [Inject]
    protected DialogService Dialogs { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public BulkProgress Progress { get; set; } = default!;

    protected bool IsBusy => _run is not null;

    /// <summary>True if one that is gone already is what was wanted.</summary>
    protected virtual bool IsRemoval => false;

    /// <param name="tag">The state to change, for <c>If-Match</c>.</param>
    protected abstract Task ChangeAsync(
        CompanyOverrideResponseData own,
        string? tag,
        CancellationToken cancellationToken
    );

    protected void Close() => Dialogs.Close(Progress);

    /// <summary>Leaves those that are not changed yet as they are.</summary>
    protected void Stop() => _run?.Cancel();

    protected async Task RunAsync()
    {
        if (IsBusy)
            return;
        using var run = CancellationTokenSource.CreateLinkedTokenSource(Closing);
        _run = run;
        try
        {
            await Progress.RunAsync(TryChangeAsync, StateHasChanged, run.Token);
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            // What was changed stays changed, and the list says which.
        }
        finally
        {
            _run = null;
        }

        if (Progress.IsComplete)
            Close();
    }

    // Rows come from a list, which has no tags: what is stored is compared with what is shown, and its tag keeps it so.
    private async Task<CompanyOverrideResponseData?> TryChangeAsync(
        CompanyOverrideResponseData own,
        CancellationToken cancellationToken
    )
    {
        var entitlements = Session.Gateway.Entitlements;
        try
        {
            var now = await entitlements.GetOverrideAsync(own.Id, cancellationToken);
            if (OverrideWords.DescribeWithNotes(now.Data) != OverrideWords.DescribeWithNotes(own))
                return now.Data;
            await ChangeAsync(own, now.ETag, cancellationToken);
        }
        catch (GatewayException stale) when (stale.IsStale)
        {
            return stale.Current<CompanyOverrideResponseData>()?.Data
                ?? (await entitlements.GetOverrideAsync(own.Id, cancellationToken)).Data;
        }
        catch (GatewayException gone) when (gone.IsNotFound && IsRemoval) { }

        return null;
    }
}
