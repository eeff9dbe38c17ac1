using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Shared.Layout;

/// <summary>The frame around every page of an environment. Made anew in each environment.</summary>
public sealed partial class MainLayout : LayoutComponentBase
{
    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    // With <base href="/">, a bare "#content" would lead to the root.
    private string SkipTarget => $"/{Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0]}#content";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await Script.InvokeVoidAsync(
                "schematic.rememberEnvironment",
                EnvironmentCookie.Name,
                Session.Environment.Id
            );
    }
}
