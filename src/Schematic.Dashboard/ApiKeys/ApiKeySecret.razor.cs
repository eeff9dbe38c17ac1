using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;
using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.ApiKeys;

/// <summary>
/// Shows a new key's secret, this once. Nothing closes it but the one who says that it is stored: not Esc, not a click
/// beside it, not Back. Open with <see cref="ShowAsync"/>.
/// </summary>
public sealed partial class ApiKeySecret : ComponentBase
{
    private bool _isLeaving;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private GatewayTarget Target { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ApiKeyCreateResponseData Created { get; set; } = default!;

    // Every key may ask this, whatever its scopes.
    private string Curl => $"curl {Target.BaseAddress}whoami -H \"{GatewayHeaders.ApiKey}: {Created.Secret}\"";

    public static Task ShowAsync(DialogService dialogs, ApiKeyCreateResponseData created) =>
        dialogs.OpenAsync(
            $"{created.Name} was created",
            Shared.Ui.Forms.Dialogs.Content<ApiKeySecret>(new() { [nameof(Created)] = created }),
            new DialogOptions
            {
                Width = "min(560px, calc(100vw - 32px))",
                CssClass = "dialog",
                ShowClose = false,
                CloseDialogOnEsc = false,
                CloseDialogOnOverlayClick = false,
                AutoFocusFirstElement = true,
            }
        );

    private void Stay(LocationChangingContext context)
    {
        context.PreventNavigation();
        _isLeaving = true;
    }
}
