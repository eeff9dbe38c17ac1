using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Ui.Feedback;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// Rights of the signed-in member, for buttons and links that change something: without the right they stay where they
/// are, and say why they do nothing. The API decides in any case.
/// </summary>
internal sealed class MemberRights(ConsoleSession session, Toaster toaster, NavigationManager navigation)
{
    /// <summary>Why the member may not, in a sentence; null if the member may.</summary>
    public string? Refusal(AccountMemberPermission permission) =>
        session.May(permission) ? null : permission.Refusal(session.IsInEnvironment ? session.Environment.Name : null);

    /// <summary>Attributes of a button, to be given after its <c>onclick</c>; null where it works.</summary>
    public IReadOnlyDictionary<string, object?>? Button(AccountMemberPermission permission) =>
        Refused(Refusal(permission));

    /// <summary>Attributes of a link, to be given after its <c>href</c>; null where it works.</summary>
    public IReadOnlyDictionary<string, object?>? Link(AccountMemberPermission permission)
    {
        if (Refusal(permission) is not { } reason || Refused(reason) is not { } attributes)
            return null;
        // Without an address it is no link any more: the focus and the Enter key are to reach its reason all the same.
        attributes["href"] = null;
        attributes["role"] = "link";
        attributes["tabindex"] = "0";
        attributes["onkeydown"] = EventCallback.Factory.Create<KeyboardEventArgs>(
            this,
            pressed => pressed.Key == "Enter" ? ExplainAsync(reason) : Task.CompletedTask
        );
        return attributes;
    }

    /// <summary>Attributes of a button that only admins may press; null where it works.</summary>
    public IReadOnlyDictionary<string, object?>? OfAdmins() =>
        Refused(session.IsAdmin ? null : MemberPermissions.OnlyAdmins);

    private Dictionary<string, object?>? Refused(string? reason) =>
        reason is null
            ? null
            : new(StringComparer.Ordinal)
            {
                ["aria-disabled"] = "true",
                ["data-refused"] = true,
                ["title"] = reason,
                ["onclick"] = EventCallback.Factory.Create<MouseEventArgs>(this, () => ExplainAsync(reason)),
            };

    private async Task ExplainAsync(string reason)
    {
        if (await WasGivenMeanwhileAsync())
            navigation.Refresh(forceReload: true);
        else
            toaster.Failed(reason);
    }

    private async Task<bool> WasGivenMeanwhileAsync()
    {
        try
        {
            return await session.HaveRightsChangedAsync(CancellationToken.None);
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, CancellationToken.None))
        {
            // The reason known so far still stands.
            return false;
        }
    }
}
