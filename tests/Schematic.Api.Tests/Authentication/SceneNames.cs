using Schematic.Contracts.Plans;
using Schematic.Gateway;

namespace Schematic.Api.Tests.Authentication;

internal sealed partial class Scene
{
    public bool Has(string name) => _values.ContainsKey(name);

    private static async Task<PlanDetailResponseData> NewPlanAsync(
        SchematicGateway gateway,
        string name,
        CancellationToken cancellation
    ) =>
        (
            await gateway.Plans.CreateAsync(
                new CreatePlanRequestBody { Name = name, PlanType = PlanType.Plan },
                cancellation
            )
        ).Data;
}
