using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace Schematic.Dashboard.Entities;

/// <summary>Asks before a page is left with an edit open in its rail. Other tabs of the page keep it.</summary>
public sealed partial class EditGuard : ComponentBase
{
    private bool _isLeaving;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public bool IsDirty { get; set; }

    /// <summary>The page's own address: what begins with it does not leave it.</summary>
    [Parameter]
    [EditorRequired]
    public string PageUrl { get; set; } = "";

    private async Task OnLeavingAsync(LocationChangingContext context)
    {
        if (!IsDirty || _isLeaving || Stays(context.TargetLocation))
            return;
        // Radzen closes dialogs when the location changes, so the navigation stops here and is done again after the answer.
        context.PreventNavigation();
        if (
            await Dialogs.Confirm(
                "What you have entered here has not been saved.",
                "Leave without saving?",
                new ConfirmOptions
                {
                    OkButtonText = "Leave",
                    CancelButtonText = "Stay",
                    CssClass = "dialog",
                }
            ) != true
        )
            return;
        _isLeaving = true;
        Navigation.NavigateTo(context.TargetLocation);
    }

    private bool Stays(string target)
    {
        var path = Navigation.ToAbsoluteUri(target).AbsolutePath;
        var page = Navigation.ToAbsoluteUri(PageUrl).AbsolutePath;
        return path == page || path.StartsWith(page + "/", StringComparison.Ordinal);
    }
}
