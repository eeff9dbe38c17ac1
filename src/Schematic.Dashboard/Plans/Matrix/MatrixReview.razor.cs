using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>
/// Shows what is about to be changed, and saves it cell by cell: one that fails says why, and the others go on.
/// </summary>
public sealed partial class MatrixReview : CancellableComponent
{
    private bool _isSaving;
    private bool _mustStop;

    /// <summary>The changes, marked in place as they are saved.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<MatrixChange> Changes { get; set; } = [];

    private IEnumerable<MatrixChange> Chosen =>
        Changes.Where(static change => change is { IsChosen: true, IsSaved: false });

    private int ChosenCount => Chosen.Count();

    private int SavedCount => Changes.Count(static change => change.IsSaved);

    private int StaleCount => Changes.Count(static change => change is { IsStale: true, IsSaved: false });

    private bool IsDone => Changes.All(static change => change.IsSaved);

    private List<string> NewDrafts =>
        [
            .. Changes
                .Where(static change => change is { IsChosen: true, Plan.DraftVersion: null })
                .Select(static change => change.Plan.Name)
                .Distinct(StringComparer.Ordinal),
        ];

    private string Status
    {
        get
        {
            var failed = Changes.Count(static change => change.Failure is not null);
            if (_isSaving)
                return $"Saved {SavedCount} of {SavedCount + ChosenCount}…";
            if (failed > 0)
                return $"{Quantity.Format(SavedCount, "cell was", "cells were")} saved, {failed} could not be. "
                    + "What could not be saved stays in its cell.";
            return SavedCount == 0 ? "" : $"{Quantity.Format(SavedCount, "cell was", "cells were")} saved.";
        }
    }

    private string CloseText =>
        _isSaving ? "Stop"
        : SavedCount > 0 ? "Close"
        : "Cancel";

    private string SaveText =>
        _isSaving ? "Saving…"
        : SavedCount > 0 || Changes.Any(static change => change.Failure is not null) ? "Try again"
        : $"Save {Quantity.Format(ChosenCount, "cell", "cells")}";

    // One after another: the changes of a plan wait for each other on the server anyway.
    private async Task SaveAsync()
    {
        if (_isSaving)
            return;
        var (entitlements, closing) = (Session.Gateway.Entitlements, Closing);
        (_isSaving, _mustStop) = (true, false);
        try
        {
            foreach (var change in Chosen.ToList())
            {
                if (_mustStop || closing.IsCancellationRequested)
                    break;
                await SaveAsync(change, () => change.SaveAsync(entitlements, closing), closing);
                StateHasChanged();
            }
        }
        finally
        {
            _isSaving = false;
        }

        if (IsDone && !closing.IsCancellationRequested)
            Dialogs.Close(true);
    }

    private static async Task SaveAsync(MatrixChange change, Func<Task> save, CancellationToken closing)
    {
        try
        {
            await save();
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested) { }
        catch (Exception exception) when (LoadFailure.Explains(exception, closing))
        {
            change.Failure = LoadFailure.FromException(exception).Message;
        }
    }

    // What is on its way is finished first.
    private void Close()
    {
        if (_isSaving)
            _mustStop = true;
        else
            Dialogs.Close();
    }
}
