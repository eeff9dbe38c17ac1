using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>
/// Features and plans in one grid that is edited like a sheet. Changes are reviewed together and saved cell by cell;
/// what is not saved stays in its cell.
/// </summary>
public sealed partial class PlanMatrixPage : EnvironmentPage
{
    private readonly MatrixEdits _edits = new();
    private PageLoader<MatrixData> _data = default!;
    private MatrixQuery _query = new();
    private LoadFailure? _failure;
    private bool _isReviewing;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    private IReadOnlyList<Crumb> Crumbs => [new("Plans", DashboardUrls.Plans(EnvironmentId))];

    private string ChangesText
    {
        get
        {
            var changed = $"{Quantity.Format(_edits.All.Count, "cell", "cells")} changed";
            return _edits.MistakeCount == 0
                ? $"{changed}. Nothing is saved yet."
                : $"{changed}, {Quantity.Format(_edits.MistakeCount, "of which is", "of which are")} not understood.";
        }
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _data = NewLoader<MatrixData>();
    }

    protected override Task LoadAsync()
    {
        _query = ReadUrl<MatrixQuery>();
        var api = Api;
        return _data.LoadAsync(EnvironmentId, cancellationToken => MatrixData.GetAsync(api, cancellationToken));
    }

    private string UrlOf(MatrixQuery query) => DashboardUrls.PlanMatrix(EnvironmentId, query);

    private void Search(string search) => Navigation.NavigateTo(UrlOf(_query with { Search = search }), replace: true);

    private List<FeatureDetailResponseData> ShownFeatures(MatrixData data) =>
        [
            .. data.Features.Where(feature =>
                feature.Name.Contains(_query.Search.Trim(), StringComparison.OrdinalIgnoreCase)
            ),
        ];

    private List<PlanDetailResponseData> ShownPlans(MatrixData data) =>
        [.. data.Plans.Where(plan => _query.HasAddOns || plan.PlanType != PlanType.AddOn)];

    private async Task DiscardAsync()
    {
        if (
            await Dialogs.AskAsync(
                "Discard your changes?",
                "Every cell shows again what its plan gives.",
                "Discard",
                "Keep editing"
            )
        )
            _edits.Clear();
    }

    // What the cells hold is read anew, so that whoever reviews sees what somebody else has changed meanwhile.
    private async Task ReviewAsync()
    {
        if (_isReviewing)
            return;
        var closing = Closing;
        (_isReviewing, _failure) = (true, null);
        try
        {
            var now = await MatrixData.GetAsync(Api, closing);
            var changes = GetChanges(now);
            await Dialogs.OpenFormAsync<MatrixReview, object>(
                "Review and save",
                new() { [nameof(MatrixReview.Changes)] = changes }
            );
            await AcceptAsync(changes, now, closing);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested) { }
        catch (Exception exception) when (LoadFailure.Explains(exception, closing))
        {
            _failure = LoadFailure.FromException(exception);
        }
        finally
        {
            _isReviewing = false;
        }
    }

    // A feature or a plan that is gone takes its cells along.
    private List<MatrixChange> GetChanges(MatrixData now)
    {
        var changes = new List<MatrixChange>();
        foreach (var (key, edit) in _edits.All)
        {
            var feature = now.Features.FirstOrDefault(one => one.Id == key.FeatureId);
            var plan = now.Plans.FirstOrDefault(one => one.Id == key.PlanId);
            if (feature is null || plan is null)
                continue;
            var change = new MatrixChange
            {
                Key = key,
                Feature = feature,
                Plan = plan,
                Edit = edit,
                Now = now.At(key),
            };
            // Nothing of somebody else's is replaced unless one says so.
            change.IsChosen = !change.IsStale;
            changes.Add(change);
        }

        return
        [
            .. changes
                .OrderBy(static change => change.Plan.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static change => change.Feature.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private async Task AcceptAsync(List<MatrixChange> changes, MatrixData now, CancellationToken closing)
    {
        var saved = changes.FindAll(static change => change.IsSaved);
        foreach (var change in saved)
            _edits.Remove(change.Key);
        if (saved.Count == 0)
            return;
        Toaster.Done(
            saved.Count == changes.Count
                ? $"{Quantity.Format(saved.Count, "cell was", "cells were")} saved in drafts."
                : $"{Quantity.Format(saved.Count, "cell was", "cells were")} saved; the others are still here."
        );
        // The present state first: without it a failure would show what was saved as if it were not.
        _data.Set(now);
        if (!closing.IsCancellationRequested)
            await _data.ReloadAsync();
    }
}
