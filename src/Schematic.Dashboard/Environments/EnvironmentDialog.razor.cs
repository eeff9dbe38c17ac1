using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Environments;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Environments;

/// <summary>Creates an environment, or changes one; closes with what the API made of it.</summary>
public sealed partial class EnvironmentDialog : FormDialog<EnvironmentForm, EnvironmentResponseData>
{
    /// <summary>The one to change; null to make one.</summary>
    [Parameter]
    public EnvironmentResponseData? Environment { get; set; }

    protected override EnvironmentForm CreateModel() =>
        Environment is null ? new EnvironmentForm() : EnvironmentForm.FromContract(Environment);

    protected override async Task<EnvironmentResponseData> SendAsync(
        EnvironmentForm model,
        CancellationToken cancellationToken
    )
    {
        var environments = Session.Account.Environments;
        if (Environment is not null)
            return (await environments.UpdateAsync(Environment.Id, model.ToUpdate(), cancellationToken)).Data;

        var created = (await environments.CreateAsync(model.ToCreate(), cancellationToken)).Data;
        return new()
        {
            CreatedAt = created.CreatedAt,
            EnvironmentType = created.EnvironmentType,
            Id = created.Id,
            Name = created.Name,
            UpdatedAt = created.UpdatedAt,
        };
    }
}
