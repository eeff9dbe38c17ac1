using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Users;

public sealed partial class UsersPage : ListPage<UsersListQuery, UserDetailResponseData>
{
    private PageLoader<string> _company = default!;
    private int _exactCount;

    public override Noun Noun { get; } = new("user", "users");

    public override IEnumerable<ListFilter> Filters =>
        Query.CompanyId.Length == 0 ? [] : [new("Company", CompanyName, Query.OfCompany(""))];

    protected override Func<UsersListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.Users.CountAsync(query.ToContract(), cancellationToken);

    private string CompanyName =>
        _company.State is { HasValue: true, IsBusy: false } loaded ? loaded.Value! : Query.CompanyId;

    private string NewUserUrl => DashboardUrls.NewUser(EnvironmentId, new NewUserQuery { CompanyId = Query.CompanyId });

    public override object GetKey(UserDetailResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<UserDetailResponseData>>> ListAsync(
        UsersListQuery query,
        CancellationToken cancellationToken
    ) => Api.Users.ListAsync(query.ToContract(), cancellationToken);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _company = NewLoader<string>();
    }

    protected override Task LoadAsync() => Task.WhenAll(base.LoadAsync(), LoadCompanyAsync());

    private Task LoadCompanyAsync() =>
        ReadUrl<UsersListQuery>().CompanyId is { Length: > 0 } id
            ? _company.LoadAsync(
                id,
                async cancellationToken => (await Api.Companies.GetAsync(id, cancellationToken)).Data.Name
            )
            : Task.CompletedTask;

    private string CreateUrl =>
        DashboardUrls.NewUser(EnvironmentId, new NewUserQuery { Entity = NewEntityQuery.FromSearch(Query.Search) });
}
