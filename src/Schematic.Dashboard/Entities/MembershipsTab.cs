using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Entities;

/// <summary>The memberships of one company or one user: a page of them, one to add, one to remove.</summary>
public abstract class MembershipsTab : ComponentBase
{
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    /// <summary>A membership was added or removed.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Changed { get; set; }

    /// <summary>The address of the tab with another query.</summary>
    protected abstract string UrlOf(ListQuery query);

    protected void Search(ListQuery query, string search) =>
        Navigation.NavigateTo(UrlOf(query.SearchedFor(search)), replace: true);

    /// <summary>Lets the person pick an entity of this type and joins it.</summary>
    /// <param name="isMember">Those that cannot be chosen again.</param>
    /// <param name="join">Company id and user id of the membership with the one that was picked.</param>
    /// <param name="done">Said afterwards.</param>
    protected async Task AddAsync(
        string title,
        EntityType type,
        Func<Entity, bool> isMember,
        Func<Entity, (string CompanyId, string UserId)> join,
        Func<Entity, string> done
    )
    {
        var memberships = Session.Gateway.Companies;
        Func<Entity, CancellationToken, Task> perform = (picked, cancellationToken) =>
        {
            var (companyId, userId) = join(picked);
            return memberships.GetOrCreateMembershipAsync(
                new() { CompanyId = companyId, UserId = userId },
                cancellationToken
            );
        };
        var added = await Dialogs.OpenFormAsync<EntityPicker, Entity>(
            title,
            new()
            {
                [nameof(EntityPicker.Type)] = type,
                [nameof(EntityPicker.IsMember)] = isMember,
                [nameof(EntityPicker.Perform)] = perform,
            }
        );
        if (added is null)
            return;
        Toaster.Done(done(added), "Open", EntityWords.Url(EnvironmentId, type, added.Id));
        await Changed.InvokeAsync();
    }

    protected async Task RemoveAsync(string title, MembershipRemoval removal)
    {
        var removed = await Dialogs.OpenFormAsync<RemoveMembershipDialog, MembershipRemoval>(
            title,
            new() { [nameof(RemoveMembershipDialog.Removal)] = removal }
        );
        if (removed is null)
            return;
        Toaster.Done($"{removal.User} was removed from {removal.Company}.");
        await Changed.InvokeAsync();
    }
}
