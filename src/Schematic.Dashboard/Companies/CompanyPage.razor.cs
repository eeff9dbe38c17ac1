using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Companies;

public sealed partial class CompanyPage : EnvironmentPage
{
    internal const string ChecksTab = RecentChecks.CompanyTab;

    private const string UsersTab = "users";

    private PageLoader<CompanyDetailResponseData> _company = default!;
    private ListLoader<CompanyUsersQuery, UserDetailResponseData> _users = default!;
    private CompanyUsersQuery _usersQuery = new();
    private CompanyChecksQuery _checks = new();
    private RecentChecksQuery _recent = new();
    private string _usersOf = "";
    private bool _keysDirty;
    private bool _traitsDirty;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    /// <summary>Any name that is none opens the users.</summary>
    [Parameter]
    public string? Tab { get; set; }

    private IReadOnlyList<Crumb> Crumbs => [new("Companies", DashboardUrls.Companies(EnvironmentId))];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _company = NewLoader<CompanyDetailResponseData>();
    }

    protected override Task LoadAsync()
    {
        var id = CompanyId;
        (_usersQuery, _checks, _recent) = (
            ReadUrl<CompanyUsersQuery>(),
            ReadUrl<CompanyChecksQuery>(),
            ReadUrl<RecentChecksQuery>()
        );
        if (_usersOf != id)
        {
            // Another company: nothing of the last one may be seen meanwhile.
            if (_usersOf.Length > 0)
                _company = NewLoader<CompanyDetailResponseData>();
            (_keysDirty, _traitsDirty) = (false, false);
            _usersOf = id;
            _users = NewListLoader<CompanyUsersQuery, UserDetailResponseData>(
                (query, cancellationToken) => Api.Users.ListAsync(query.ToContract(id), cancellationToken),
                (query, cancellationToken) =>
                    Api.Users.CountAsync(query.ToContract(id) with { Limit = null, Offset = null }, cancellationToken)
            );
        }

        return Task.WhenAll(
            _company.LoadAsync(
                id,
                async cancellationToken => (await Api.Companies.GetAsync(id, cancellationToken)).Data
            ),
            _users.LoadAsync(_usersQuery)
        );
    }

    private IReadOnlyList<UrlTab> TabsOf(CompanyDetailResponseData company) =>
        [
            new(UsersTab, "Users", DashboardUrls.Company(EnvironmentId, CompanyId, UsersTab), company.UserCount),
            new(ChecksTab, "Checks", DashboardUrls.Company(EnvironmentId, CompanyId, ChecksTab)),
        ];

    private static string Count(long count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private void Changed(Entity entity)
    {
        if (_company.State.Value is { } company && company.Id == entity.Id)
            _company.Set(entity.Over(company));
    }

    private Task MembershipsChangedAsync() => Task.WhenAll(_company.ReloadAsync(), _users.ReloadAsync());

    private async Task RenameAsync()
    {
        if (await Dialogs.RenameAsync(this, Entity.FromContract(_company.State.Value!)) is not { } renamed)
            return;
        Changed(renamed);
        Toaster.Done($"Renamed to {renamed.Name}.");
    }

    private async Task DeleteAsync()
    {
        var company = _company.State.Value!;
        var api = Api;
        var deleted = await Dialogs.ConfirmByNameAsync(
            "Delete this company?",
            company.Name,
            "Delete company",
            "Deleting…",
            Consequences(company),
            async cancellationToken => await api.Companies.DeleteAsync(company.Id, cancellationToken)
        );
        if (!deleted)
            return;
        (_keysDirty, _traitsDirty) = (false, false);
        StateHasChanged();
        Toaster.Done($"{company.Name} was deleted.");
        Navigation.NavigateTo(DashboardUrls.Companies(EnvironmentId), replace: true);
    }
}
