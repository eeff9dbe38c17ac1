using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.ApiKeys;

/// <summary>Creates an API key; closes with the API's answer, the only one that holds the secret.</summary>
public sealed partial class NewApiKeyDialog : FormDialog<ApiKeyForm, ApiKeyCreateResponseData>
{
    private string EnvironmentHelp =>
        Form.Model.EnvironmentId.Length > 0
            ? "The key sees this environment and no other. It cannot be moved later."
            : "The key names an environment with each request, in the header X-Schematic-Environment-Id.";

    protected override ApiKeyForm CreateModel() => new() { EnvironmentId = Session.Environment.Id };

    protected override async Task<ApiKeyCreateResponseData> SendAsync(
        ApiKeyForm model,
        CancellationToken cancellationToken
    ) => (await Session.Gateway.ApiKeys.CreateAsync(model.ToCreate(), cancellationToken)).Data;
}
