using Microsoft.AspNetCore.Components;
using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.ApiKeys;

/// <summary>Changes what may be changed of an API key; closes with the key as the API has it now.</summary>
public sealed partial class EditApiKeyDialog : FormDialog<ApiKeyForm, ApiKeyResponseData>
{
    [Parameter]
    [EditorRequired]
    public ApiKeyResponseData ApiKey { get; set; } = default!;

    protected override ApiKeyForm CreateModel() => ApiKeyForm.FromContract(ApiKey);

    protected override async Task<ApiKeyResponseData> SendAsync(
        ApiKeyForm model,
        CancellationToken cancellationToken
    ) => (await Session.Gateway.ApiKeys.UpdateAsync(ApiKey.Id, model.ToUpdate(), cancellationToken)).Data;
}
