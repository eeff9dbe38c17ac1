using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>Asks before a half-edited form is left.</summary>
public sealed partial class UnsavedChanges : ComponentBase
{
    /// <summary>The fields are all there is, and the browser can fill them in again after a reload.</summary>
    public const string Fields = "fields";

    /// <summary>The browser keeps a draft, which the page offers after a reload.</summary>
    public const string Draft = "draft";

    private bool _isLeaving;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The form's <see cref="FormState{TModel}.IsDirty"/>.</summary>
    [Parameter]
    [EditorRequired]
    public bool IsDirty { get; set; }

    /// <summary>
    /// The address of a page that keeps what was entered when its tabs change; left out, any address leaves the form.
    /// </summary>
    [Parameter]
    public string? PageUrl { get; set; }

    /// <summary>
    /// <see cref="Fields"/> or <see cref="Draft"/>; null where what was entered does not come back by itself.
    /// </summary>
    [Parameter]
    public string? ReturnedBy { get; set; }

    private async Task OnLeavingAsync(LocationChangingContext context)
    {
        if (!IsDirty || _isLeaving || IsWithinPage(context.TargetLocation))
            return;
        // Dialogs close when the location changes, so the navigation stops here and is done again after the answer.
        context.PreventNavigation();
        if (
            !await Dialogs.AskAsync(
                "Leave without saving?",
                "What you have entered here has not been saved.",
                "Leave",
                "Stay"
            )
        )
            return;
        _isLeaving = true;
        Navigation.NavigateTo(context.TargetLocation);
    }

    private bool IsWithinPage(string target)
    {
        if (PageUrl is null)
            return false;
        var path = Navigation.ToAbsoluteUri(target).AbsolutePath;
        var page = Navigation.ToAbsoluteUri(PageUrl).AbsolutePath;
        return path == page || path.StartsWith(page + "/", StringComparison.Ordinal);
    }
}
