using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Users;

public sealed partial class UserPage : EnvironmentPage
{
    private const string CompaniesTab = "companies";

    private PageLoader<UserDetailResponseData> _user = default!;
    private UserCompaniesQuery _companiesQuery = new();
    private string _shown = "";
    private bool _keysDirty;
    private bool _traitsDirty;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string UserId { get; set; } = "";

    /// <summary>There is one so far; any other name opens it too.</summary>
    [Parameter]
    public string? Tab { get; set; }

    private Crumb[] Crumbs => [new("Users", DashboardUrls.Users(EnvironmentId))];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _user = NewLoader<UserDetailResponseData>();
    }

    protected override Task LoadAsync()
    {
        var id = UserId;
        _companiesQuery = ReadUrl<UserCompaniesQuery>();
        if (_shown != id)
        {
            // Another user: nothing of the last one may be seen meanwhile.
            if (_shown.Length > 0)
                _user = NewLoader<UserDetailResponseData>();
            (_keysDirty, _traitsDirty) = (false, false);
            _shown = id;
        }

        return _user.LoadAsync(id, async cancellationToken => (await Api.Users.GetAsync(id, cancellationToken)).Data);
    }

    private UrlTab[] TabsOf(UserDetailResponseData user) =>
        [
            new(
                CompaniesTab,
                "Companies",
                DashboardUrls.User(EnvironmentId, UserId, CompaniesTab),
                user.CompanyMemberships.Count
            ),
        ];

    private static string Count(long count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private void Changed(Entity entity)
    {
        if (_user.State.Value is { } user && user.Id == entity.Id)
            _user.Set(entity.Over(user));
    }

    private async Task RenameAsync()
    {
        if (await Dialogs.RenameAsync(this, Entity.FromContract(_user.State.Value!)) is not { } renamed)
            return;
        Changed(renamed);
        Toaster.Done($"Renamed to {renamed.Name}.");
    }

    private async Task DeleteAsync()
    {
        var user = _user.State.Value!;
        var api = Api;
        var deleted = await Dialogs.ConfirmByNameAsync(
            "Delete this user?",
            user.Name,
            "Delete user",
            "Deleting…",
            Consequences(user),
            async cancellationToken => await api.Users.DeleteAsync(user.Id, cancellationToken)
        );
        if (!deleted)
            return;
        (_keysDirty, _traitsDirty) = (false, false);
        StateHasChanged();
        Toaster.Done($"{user.Name} was deleted.");
        Navigation.NavigateTo(DashboardUrls.Users(EnvironmentId), replace: true);
    }
}
