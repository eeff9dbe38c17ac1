using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Companies;

public sealed partial class CompaniesPage : ListPage<CompaniesListQuery, CompanyDetailResponseData>
{
    [Inject]
    private GatewayTarget Target { get; set; } = default!;

    public override Noun Noun { get; } = new("company", "companies");

    protected override Func<CompaniesListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.Companies.CountAsync(query.ToContract(), cancellationToken);

    public override object GetKey(CompanyDetailResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<CompanyDetailResponseData>>> ListAsync(
        CompaniesListQuery query,
        CancellationToken cancellationToken
    ) => Api.Companies.ListAsync(query.ToContract(), cancellationToken);
}
