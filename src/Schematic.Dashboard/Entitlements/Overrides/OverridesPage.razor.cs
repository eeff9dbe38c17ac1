using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>All overrides of an environment, and those that somebody has to look after.</summary>
public sealed partial class OverridesPage : ListPage<OverridesListQuery, CompanyOverrideResponseData>
{
    private static readonly CompanyEntitlementsQuery SourceFilter = new()
    {
        Source = CompanyEntitlementsQuery.Override,
    };

    private static readonly IReadOnlyList<(string Value, string Text)> Kinds =
    [
        ("", "All"),
        (OverridesListQuery.Active, "Active"),
        (OverridesListQuery.Expiring, "Ends in 14 days"),
        (OverridesListQuery.Expired, "Expired"),
        (OverridesListQuery.NoEffect, "No effect"),
        (OverridesListQuery.WithoutNote, "Without a note"),
    ];

    private readonly Dictionary<string, CompanyOverrideResponseData> _chosen = [];
    private PageLoader<IReadOnlyDictionary<string, IReadOnlyList<FeatureGrant>>> _standings = default!;
    private IReadOnlyList<FeatureDetailResponseData> _features = [];
    private OverridesListQuery? _chosenOn;
    private Task<OverridesWithoutEffect>? _withoutEffect;
    private OverridesWithoutEffect? _compared;
    private bool _isAsked;

    public override Noun Noun { get; } = new("override", "overrides");

    public override IEnumerable<ListFilter> Filters
    {
        get
        {
            if (Query.FeatureId.Length > 0)
                yield return new(
                    "Feature",
                    _features.FirstOrDefault(one => one.Id == Query.FeatureId)?.Name ?? Query.FeatureId,
                    Query with
                    {
                        FeatureId = "",
                        Page = 1,
                    }
                );
        }
    }

    protected override Func<OverridesListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        async (query, cancellationToken) =>
            query.Show == OverridesListQuery.NoEffect && _withoutEffect is { } underWay
                ? new()
                {
                    Data = new() { Count = (await underWay.WaitAsync(cancellationToken)).Rows.Count },
                    Params = query,
                }
                : await Api.Entitlements.CountOverridesAsync(query.ToContract(Time.GetUtcNow()), cancellationToken);

    private IReadOnlyList<(string Value, string Text)> FeatureOptions =>
        [.. _features.Select(static feature => (feature.Id, feature.Name))];

    public override object GetKey(CompanyOverrideResponseData item) => item.Id;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _standings = NewLoader<IReadOnlyDictionary<string, IReadOnlyList<FeatureGrant>>>();
    }

    protected override async Task LoadAsync()
    {
        var loading = base.LoadAsync();
        // Only what can be seen is chosen.
        if (_chosenOn != Query.Rows)
            _chosen.Clear();
        _chosenOn = Query.Rows;
        if (!_isAsked)
        {
            _isAsked = true;
            var (features, closing) = (Api.Features, Closing);
            _features = await Suggestions.ListAsync(
                cancellationToken => KnownFeatures.AllAsync(features, cancellationToken),
                closing
            );
            if (!closing.IsCancellationRequested)
                StateHasChanged();
        }

        await loading;
    }

    protected override async Task<Envelope<IReadOnlyList<CompanyOverrideResponseData>>> ListAsync(
        OverridesListQuery query,
        CancellationToken cancellationToken
    )
    {
        // A late count looks for a row far behind; only the rows that are shown are compared.
        var isShown = query == Query.Rows;
        if (query.Show == OverridesListQuery.NoEffect)
            return new()
            {
                Data = isShown ? await ListWithoutEffectAsync(query, cancellationToken) : [],
                Params = query,
            };
        var page = await Api.Entitlements.ListOverridesAsync(query.ToContract(Time.GetUtcNow()), cancellationToken);
        if (!isShown)
            return page;
        _compared = null;
        _ = CompareAsync(page.Data);
        return page;
    }

    private async Task<IReadOnlyList<CompanyOverrideResponseData>> ListWithoutEffectAsync(
        OverridesListQuery query,
        CancellationToken cancellationToken
    )
    {
        // The count, which is asked for beside the rows, waits for the same search.
        _withoutEffect = OverridesWithoutEffect.FindAsync(
            Api.Entitlements,
            query.ToContract(Time.GetUtcNow()),
            Time,
            cancellationToken
        );
        var found = await _withoutEffect;
        _compared = found;
        _standings.Set(found.Standings);
        return [.. found.Rows.Skip((int)query.Offset).Take(query.Size)];
    }

    // Beside the rows: what each company would have without its override.
    private Task CompareAsync(IReadOnlyList<CompanyOverrideResponseData> rows)
    {
        var (entitlements, time) = (Api.Entitlements, Time);
        return _standings.StartAsync(cancellationToken =>
            OverrideStandings.ListAsync(entitlements, rows, time, cancellationToken)
        );
    }

    private static string CompanyName(CompanyOverrideResponseData own) => own.Company?.Name ?? own.CompanyId;

    private static string FeatureName(CompanyOverrideResponseData own) => own.Feature?.Name ?? own.FeatureId;

    private void Choose(CompanyOverrideResponseData own)
    {
        if (!_chosen.Remove(own.Id))
            _chosen.Add(own.Id, own);
    }

    private async Task EditAsync(CompanyOverrideResponseData own)
    {
        if (await Dialogs.EditOverrideAsync(own, CompanyName(own)) is not null)
            await SaidAsync($"The override of {CompanyName(own)} was saved.");
    }

    private async Task RemoveAsync(CompanyOverrideResponseData own)
    {
        if (await Dialogs.RemoveOverrideAsync(own, CompanyName(own)) is not null)
            await SaidAsync($"The override of {CompanyName(own)} was removed.");
    }

    private Task ExtendAsync() => ChangeChosenAsync<ExtendOverridesDialog>("Extend overrides");

    private Task RemoveChosenAsync() => ChangeChosenAsync<RemoveOverridesDialog>("Remove overrides");

    // Closed with Esc, too, some of them may have been changed.
    private async Task ChangeChosenAsync<TDialog>(string title)
        where TDialog : BulkOverridesDialog
    {
        var progress = new BulkProgress([.. _chosen.Values]);
        await Dialogs.OpenFormAsync<TDialog, BulkProgress>(
            title,
            new() { [nameof(BulkOverridesDialog.Progress)] = progress },
            width: 600
        );
        if (progress.Done == 0)
            return;
        foreach (var item in progress.Items.Where(static item => item.IsDone))
            _chosen.Remove(item.Override.Id);
        await SaidAsync($"{Quantity.Format(progress.Done, "override was", "overrides were")} changed.");
    }

    private async Task SaidAsync(string text)
    {
        Toaster.Done(text);
        await List.ReloadAsync();
    }
}
