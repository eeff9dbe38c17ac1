using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Companies;

public sealed partial class CompaniesPage : EnvironmentPage
{
    private ListLoader<CompaniesListQuery, CompanyDetailResponseData> _companies = default!;
    private CompaniesListQuery _query = new();

    [Inject]
    private GatewayTarget Target { get; set; } = default!;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _companies = NewListLoader<CompaniesListQuery, CompanyDetailResponseData>(
            (query, cancellationToken) => Api.Companies.ListAsync(query.ToContract(), cancellationToken),
            (query, cancellationToken) =>
                Api.Companies.CountAsync(query.ToContract() with { Limit = null, Offset = null }, cancellationToken)
        );
    }

    protected override Task LoadAsync()
    {
        _query = ReadUrl<CompaniesListQuery>();
        return _companies.LoadAsync(_query.Rows);
    }

    private void Search(string search) => Navigation.NavigateTo(UrlOf(_query.SearchedFor(search)), replace: true);

    private string UrlOf(CompaniesListQuery query) => DashboardUrls.Companies(EnvironmentId, query);
}
