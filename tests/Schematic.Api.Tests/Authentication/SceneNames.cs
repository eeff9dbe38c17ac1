using Schematic.Contracts.AuditLog;
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

    // Stored with the change itself, so that it is there as soon as the answer is.
    private static async Task<string> LoggedAsync(
        SchematicGateway gateway,
        string resourceId,
        CancellationToken cancellation
    ) => (await gateway.AuditLog.ListAsync(new AuditLogQuery { ResourceId = resourceId }, cancellation)).Data[0].Id;
}
