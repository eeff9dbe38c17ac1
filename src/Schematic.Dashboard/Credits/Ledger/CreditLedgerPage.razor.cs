using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Export;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>Movements of credits of all companies, with their sums.</summary>
public sealed partial class CreditLedgerPage : ListPage<LedgerListQuery, CreditEventLedgerResponseData>
{
    private PageLoader<IReadOnlyList<CreditLedgerTotal>> _totals = default!;
    private IReadOnlyList<BillingCreditResponseData> _credits = [];
    private IReadOnlyList<FeatureDetailResponseData> _features = [];
    private (string Id, string Name) _company;
    private bool _hasOptions;

    public override Noun Noun { get; } = new("movement", "movements");

    public override IEnumerable<ListFilter> Filters
    {
        get
        {
            if (Query.CompanyId is { Length: > 0 } company)
                yield return new("Company", NameOf(company), Query with { CompanyId = "", Page = 1 });
            if (Query.CreditId is { Length: > 0 } credit)
                yield return new("Credit", CreditName(credit), Query with { CreditId = "", Page = 1 });
            if (Query.Type is { } type)
                yield return new("Movement", LedgerWords.Title(type), Query with { Type = null, Page = 1 });
            if (Query.FeatureId is { Length: > 0 } feature)
                yield return new("Feature", FeatureName(feature), Query with { FeatureId = "", Page = 1 });
            if (Query.EventId is { Length: > 0 } recorded)
                yield return new("Event", recorded, Query with { EventId = "", Page = 1 });
            if (Query.From is { } from)
                yield return new("From", LedgerListQuery.Text(from), Query with { From = null, Page = 1 });
            if (Query.To is { } to)
                yield return new("To", LedgerListQuery.Text(to), Query with { To = null, Page = 1 });
        }
    }

    protected override Func<LedgerListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.CompanyCredits.CountLedgerAsync(query.ToFilter(), cancellationToken);

    private IReadOnlyList<(string Value, string Text)> CreditOptions =>
        [.. _credits.Select(static credit => (credit.Id, credit.Name))];

    // Only what is counted can cost credits.
    private IReadOnlyList<(string Value, string Text)> FeatureOptions =>
        [
            .. _features
                .Where(feature => feature.FeatureType == FeatureType.Event || feature.Id == Query.FeatureId)
                .Select(static feature => (feature.Id, feature.Name)),
        ];

    public override object GetKey(CreditEventLedgerResponseData item) => item.EventId;

    protected override Task<Envelope<IReadOnlyList<CreditEventLedgerResponseData>>> ListAsync(
        LedgerListQuery query,
        CancellationToken cancellationToken
    ) => Api.CompanyCredits.ListLedgerAsync(query.ToContract(), cancellationToken);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _totals = NewLoader<IReadOnlyList<CreditLedgerTotal>>();
    }

    protected override Task LoadAsync()
    {
        var loading = base.LoadAsync();
        var (api, filter) = (Api.CompanyCredits, Query.ToFilter());
        return Task.WhenAll(
            loading,
            _totals.LoadAsync(
                filter,
                async cancellationToken => (await api.ListLedgerTotalsAsync(filter, cancellationToken)).Data
            ),
            LoadOptionsAsync(),
            LoadCompanyAsync(Query.CompanyId)
        );
    }

    private async Task LoadOptionsAsync()
    {
        if (_hasOptions)
            return;
        _hasOptions = true;
        var (api, closing) = (Api, Closing);
        var features = Suggestions.ListAsync(
            cancellationToken => KnownFeatures.AllAsync(api.Features, cancellationToken),
            closing
        );
        _credits = await Suggestions.ListAsync(
            cancellationToken =>
                AllRows.ListAsync<CreditsQuery, BillingCreditResponseData>(
                    api.Credits.ListAsync,
                    new(),
                    cancellationToken
                ),
            closing
        );
        _features = await features;
        StateHasChanged();
    }

    // The chip says who it is; until that is known, or where it cannot be, the id.
    private async Task LoadCompanyAsync(string id)
    {
        if (id.Length == 0 || _company.Id == id)
            return;
        _company = (id, id);
        var api = new EntityApi(Api, EntityType.Company);
        await Suggestions.TryLoadAsync(
            async cancellationToken =>
            {
                var name = (await api.GetAsync(id, cancellationToken)).Name;
                if (_company.Id == id)
                    _company = (id, name);
            },
            Closing
        );
        StateHasChanged();
    }

    private string NameOf(string companyId) => _company.Id == companyId ? _company.Name : companyId;

    private string CreditName(string id) => _credits.FirstOrDefault(credit => credit.Id == id)?.Name ?? id;

    private string FeatureName(string id) => _features.FirstOrDefault(feature => feature.Id == id)?.Name ?? id;

    private void FilterByCredit(string creditId) => Open(Query with { CreditId = creditId, Page = 1 });

    private void FilterByFeature(string featureId) => Open(Query with { FeatureId = featureId, Page = 1 });

    private void FilterByType(string value) => Open(Query with { Type = LedgerWords.TypeOf(value), Page = 1 });

    private void FilterFrom(ChangeEventArgs e) =>
        Open(Query with { From = LedgerListQuery.ReadDay(e.Value as string), Page = 1 });

    private void FilterTo(ChangeEventArgs e) =>
        Open(Query with { To = LedgerListQuery.ReadDay(e.Value as string), Page = 1 });

    private async Task FilterByCompanyAsync()
    {
        var found = await Dialogs.OpenFormAsync<EntityPicker, Entity>(
            "Movements of a company",
            new() { [nameof(EntityPicker.Type)] = EntityType.Company }
        );
        if (found is null)
            return;
        _company = (found.Id, found.Name);
        Open(Query with { CompanyId = found.Id, Page = 1 });
    }

    private async Task ExportAsync() =>
        await Dialogs.OpenFormAsync<ExportDialog<CreditEventLedgerResponseData>, object>(
            "Export the ledger",
            new()
            {
                [nameof(ExportDialog<>.Source)] = LedgerExport.From(
                    Api.CompanyCredits,
                    Query.ToFilter(),
                    Time.GetUtcNow()
                ),
            }
        );
}
