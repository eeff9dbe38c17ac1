using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Companies;

/// <summary>Who belongs to a company: a page of users, one to add, one to remove.</summary>
public sealed partial class CompanyUsers : ComponentBase
{
    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public CompanyDetailResponseData Company { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Load<IReadOnlyList<UserDetailResponseData>> Users { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public long? Total { get; set; }

    [Parameter]
    [EditorRequired]
    public CompanyUsersQuery Query { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EventCallback TryAgain { get; set; }

    /// <summary>A membership was added or removed.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Changed { get; set; }

    // A search over what fits the screen would only be in the way.
    private bool IsSearchable => Query.IsFiltered || Company.UserCount > ListQuery.Sizes[0];

    private string UrlOf(CompanyUsersQuery query) => DashboardUrls.Company(EnvironmentId, Company.Id, "users", query);

    private void Search(string search) => Navigation.NavigateTo(UrlOf(Query.SearchedFor(search)), replace: true);

    private async Task AddAsync()
    {
        var added = await Dialogs.OpenFormAsync<EntityPicker, Entity>(
            $"Add a user to {Company.Name}",
            new()
            {
                [nameof(EntityPicker.Type)] = EntityType.User,
                [nameof(EntityPicker.IsMember)] = (Func<Entity, bool>)(user => user.CompanyIds.Contains(Company.Id)),
                [nameof(EntityPicker.Perform)] = (Func<Entity, CancellationToken, Task>)JoinAsync,
            }
        );
        if (added is null)
            return;
        Toaster.Done($"{added.Name} was added to {Company.Name}.", "Open", DashboardUrls.User(EnvironmentId, added.Id));
        await Changed.InvokeAsync();
    }

    private async Task RemoveAsync(UserDetailResponseData user)
    {
        var removed = await Dialogs.OpenFormAsync<RemoveUserDialog, UserDetailResponseData>(
            "Remove user?",
            new() { [nameof(RemoveUserDialog.Company)] = Company, [nameof(RemoveUserDialog.User)] = user }
        );
        if (removed is null)
            return;
        Toaster.Done($"{user.Name} was removed from {Company.Name}.");
        await Changed.InvokeAsync();
    }

    private Task JoinAsync(Entity user, CancellationToken cancellationToken) =>
        Session.Gateway.Companies.GetOrCreateMembershipAsync(
            new() { CompanyId = Company.Id, UserId = user.Id },
            cancellationToken
        );
}
