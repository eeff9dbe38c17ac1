using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;
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
        dialogs.OpenFormAsync<ApiKeySecret, object>(
            $"{created.Name} was created",
            new() { [nameof(Created)] = created },
            width: 560,
            canBeLeft: false
        );

    private void Stay(LocationChangingContext context)
    {
        context.PreventNavigation();
        _isLeaving = true;
    }
}
