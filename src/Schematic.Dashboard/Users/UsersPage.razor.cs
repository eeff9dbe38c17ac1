using Schematic.Contracts.Users;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

public sealed partial class UsersPage : EnvironmentPage
{
    private ListLoader<UsersListQuery, UserDetailResponseData> _users = default!;
    private PageLoader<string> _company = default!;
    private UsersListQuery _query = new();

    private string CompanyName =>
        _company.State is { HasValue: true, IsBusy: false } loaded ? loaded.Value! : _query.CompanyId;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _company = NewLoader<string>();
        _users = NewListLoader<UsersListQuery, UserDetailResponseData>(
            (query, cancellationToken) => Api.Users.ListAsync(query.ToContract(), cancellationToken),
            (query, cancellationToken) => Api.Users.CountAsync(query.ToContract(), cancellationToken)
        );
    }

    protected override Task LoadAsync()
    {
        _query = ReadUrl<UsersListQuery>();
        var companyId = _query.CompanyId;
        return Task.WhenAll(
            _users.LoadAsync(_query.Rows),
            companyId.Length == 0
                ? Task.CompletedTask
                : _company.LoadAsync(
                    companyId,
                    async cancellationToken => (await Api.Companies.GetAsync(companyId, cancellationToken)).Data.Name
                )
        );
    }

    private string UrlOf(ListQuery query) => DashboardUrls.Users(EnvironmentId, query);

    private void Search(string text) => Navigation.NavigateTo(UrlOf(_query.SearchedFor(text)), replace: true);
}
