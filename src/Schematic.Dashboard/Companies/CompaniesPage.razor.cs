using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Companies;

public sealed partial class CompaniesPage : ListPage<CompaniesListQuery, CompanyDetailResponseData>
{
    private KnownPlans _plans = KnownPlans.None;
    private IReadOnlyList<FeatureDetailResponseData> _features = [];
    private bool _isAsked;
    private int _exactCount;

    [Inject]
    private GatewayTarget Target { get; set; } = default!;

    public override Noun Noun { get; } = new("company", "companies");

    protected override Func<CompaniesListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.Companies.CountAsync(query.ToContract(), cancellationToken);

    public override IEnumerable<ListFilter> Filters
    {
        get
        {
            if (Query.PlanId.Length > 0)
                yield return new("Plan", Name(PlanOptions, Query.PlanId), Query with { PlanId = "", Page = 1 });
            if (Query.EntitledTo.Length > 0)
                yield return new(
                    "Entitled to",
                    Name(FeatureOptions, Query.EntitledTo),
                    Query with
                    {
                        EntitledTo = "",
                        Page = 1,
                    }
                );
            if (Query.OverrideFor.Length > 0)
                yield return new(
                    "Override for",
                    Name(FeatureOptions, Query.OverrideFor),
                    Query with
                    {
                        OverrideFor = "",
                        Page = 1,
                    }
                );
        }
    }

    private IReadOnlyList<(string Value, string Text)> PlanOptions =>
        [
            (CompaniesListQuery.NoPlan, "No plan"),
            .. _plans
                .Plans.OrderBy(static plan => plan.PlanType == PlanType.AddOn)
                .Select(static plan =>
                    (plan.Id, plan.PlanType == PlanType.AddOn ? $"{plan.Name} (add-on)" : plan.Name)
                ),
        ];

    private IReadOnlyList<(string Value, string Text)> FeatureOptions =>
        [.. _features.Select(static feature => (feature.Id, feature.Name))];

    public override object GetKey(CompanyDetailResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<CompanyDetailResponseData>>> ListAsync(
        CompaniesListQuery query,
        CancellationToken cancellationToken
    ) => Api.Companies.ListAsync(query.ToContract(), cancellationToken);

    protected override Task LoadAsync()
    {
        var loading = base.LoadAsync();
        if (_isAsked)
            return loading;
        _isAsked = true;
        return Task.WhenAll(loading, LoadChoicesAsync());
    }

    // The rows do not wait for the names of versions, nor for the choices of the filters.
    private async Task LoadChoicesAsync()
    {
        var (api, closing) = (Api, Closing);
        await Task.WhenAll(
            Suggestions.TryLoadAsync(
                async cancellationToken => _plans = await KnownPlans.AllAsync(api.Plans, cancellationToken),
                closing
            ),
            Suggestions.TryLoadAsync(
                async cancellationToken => _features = await KnownFeatures.AllAsync(api.Features, cancellationToken),
                closing
            )
        );
        if (!closing.IsCancellationRequested)
            StateHasChanged();
    }

    // What is not known, or not known yet, goes by its id.
    private static string Name(IReadOnlyList<(string Value, string Text)> options, string value) =>
        options.FirstOrDefault(option => option.Value == value).Text ?? value;
}
