using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Setup;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Setup;

/// <summary>First-run set-up, an addition to the published API that only the console may call.</summary>
internal static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder api)
    {
        api.MapGet("/console/setup", GetSetup).WithName("getSetup").InAccount(Access.Console);
        api.MapPost("/console/setup", SetUp).WithName("setUp").InAccount(Access.Console).MayTakeLong();
    }

    private static async Task<Ok<Envelope<SetupStatus>>> GetSetup(
        SetupStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(cancellationToken));

    private static async Task<Created<Envelope<SetupResponseData>>> SetUp(
        Body<SetupRequestBody> body,
        SetupStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.SetUpAsync(body.Value, cancellationToken));
}
