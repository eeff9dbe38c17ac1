using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Radzen;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui;

namespace Schematic.Dashboard.Users;

public sealed partial class UserPage : EnvironmentPage
{
    private PageLoader<UserDetailResponseData> _user = default!;
    private bool _isDirty;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    public string UserId { get; set; } = "";

    /// <summary>There is one so far; a link to another shows it.</summary>
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
        return _user.LoadAsync(id, async cancellationToken => (await Api.Users.GetAsync(id, cancellationToken)).Data);
    }

    private UrlTab[] TabsOf(UserDetailResponseData user) =>
        [new("", "Companies", DashboardUrls.User(EnvironmentId, user.Id), user.CompanyMemberships.Count)];

    private void Set(Entity entity)
    {
        if (_user.State.Value is { } user && user.Id == entity.Id)
            _user.Set(entity.Over(user));
    }

    private async Task RenameAsync(UserDetailResponseData user)
    {
        var renamed = await Dialogs.RenameAsync(this, Entity.FromContract(user));
        if (renamed is null)
            return;
        Set(renamed);
        Toaster.Done($"{renamed.Name} was saved.");
    }

    private async Task DeleteAsync(UserDetailResponseData user)
    {
        var name = string.IsNullOrWhiteSpace(user.Name) ? user.Id : user.Name;
        var deleted = await Dialogs.ConfirmByNameAsync(
            $"Delete {name}?",
            name,
            "Delete user",
            "Deleting…",
            builder => Consequences(builder, user),
            async cancellationToken => await Api.Users.DeleteAsync(user.Id, cancellationToken));
        if (!deleted)
            return;
        _isDirty = false;
        Toaster.Done($"{name} was deleted.");
        Navigation.NavigateTo(DashboardUrls.Users(EnvironmentId));
    }

    private static void Consequences(RenderTreeBuilder builder, UserDetailResponseData user)
    {
        builder.OpenElement(0, "p");
        builder.AddContent(1, "This deletes the user with ");
        builder.OpenElement(2, "strong");
        builder.AddContent(3, $"{Count(user.Keys.Count, "key", "keys")}, {Count(user.EntityTraits.Count, "trait", "traits")} and {Count(user.CompanyMemberships.Count, "membership", "memberships")}");
        builder.CloseElement();
        builder.AddContent(4, ". The companies stay. It cannot be undone; an application that identifies the user again creates a new one.");
        builder.CloseElement();
    }

    private static string Count(int number, string one, string many) =>
        number == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{number:N0} {many}");
}
