using System.Reflection;
using RestEase;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Http;
using Schematic.Testing.Http;

namespace Schematic.Gateway.Tests;

public sealed class SchematicGatewayTests
{
    private readonly FakeApi _api = new();

    public static TheoryData<string> Slices { get; } =
    [
        .. typeof(SchematicGateway)
            .Assembly.GetExportedTypes()
            .Where(static type => type.IsInterface)
            .Select(static type => type.Name),
    ];

    // RestEase writes the implementations at run time: one method it cannot read breaks its whole interface, and only
    // then.
    [Theory]
    [MemberData(nameof(Slices))]
    public void Each_interface_can_be_implemented_and_is_a_property_of_the_gateway(string slice)
    {
        using var gateway = _api.Gateway();

        var property = typeof(SchematicGateway).GetProperties().Single(property => property.PropertyType.Name == slice);

        Assert.NotNull(property.GetValue(gateway));
        Assert.Equal($"I{property.Name}Gateway", slice);
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public void Each_operation_is_cancellable_and_answers_an_envelope(string slice)
    {
        var type = typeof(SchematicGateway).Assembly.GetExportedTypes().Single(type => type.Name == slice);

        Assert.All(
            type.GetMethods(),
            method =>
            {
                Assert.Equal(typeof(CancellationToken), method.GetParameters()[^1].ParameterType);
                Assert.EndsWith("Async", method.Name, StringComparison.Ordinal);
                Assert.Equal(
                    "Task`1 Envelope`1",
                    $"{method.ReturnType.Name} {method.ReturnType.GenericTypeArguments[0].Name}"
                );
                Assert.NotNull(method.GetCustomAttribute<RequestAttribute>());
            }
        );
    }

    // Without the attribute on the interface, RestEase writes a query as one parameter with the text of the record.
    [Theory]
    [MemberData(nameof(Slices))]
    public void Each_query_is_written_by_the_serializer_of_the_gateway(string slice)
    {
        var type = typeof(SchematicGateway).Assembly.GetExportedTypes().Single(type => type.Name == slice);
        var ofInterface = type.GetCustomAttribute<SerializationMethodsAttribute>()?.Query;

        Assert.All(
            type.GetMethods().SelectMany(static method => method.GetParameters()),
            parameter =>
            {
                if (parameter.GetCustomAttribute<QueryAttribute>() is { } query)
                    Assert.Equal(
                        QuerySerializationMethod.Serialized,
                        query.SerializationMethod == QuerySerializationMethod.Default
                            ? ofInterface
                            : query.SerializationMethod
                    );
            }
        );
    }

    [Fact]
    public async Task A_path_in_the_base_address_is_kept()
    {
        _api.OnData("GET /schematic/api/whoami", 1);
        using var gateway = new SchematicGateway(
            new Uri("http://api.test/schematic/api/"),
            new() { ApiKey = "k" },
            _api
        );

        await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.ApiKeys.WhoAmIAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal("/schematic/api/whoami", Assert.Single(_api.Requests).Path);
    }

    [Theory]
    [InlineData("a/b c?d", "a%2Fb%20c%3Fd")]
    [InlineData("é", "%C3%A9")]
    public async Task An_id_in_a_path_is_escaped_and_stays_one_segment(string id, string escaped)
    {
        _api.OnData($"DELETE /companies/{escaped}", new DeleteResponse { Deleted = true });
        using var gateway = _api.Gateway();

        var answer = await gateway.Companies.DeleteAsync(id, TestContext.Current.CancellationToken);

        Assert.True(answer.Data.Deleted);
    }

    [Fact]
    public async Task Disposing_one_session_leaves_the_shared_transport_open()
    {
        _api.OnData(
            "POST /companies/delete",
            new CompanyResponseData
            {
                Id = "comp_1",
                Name = "Acme",
                EnvironmentId = "env_1",
                CreatedAt = default,
                UpdatedAt = default,
            }
        );
        _api.Gateway().Dispose();
        using var second = _api.Gateway();

        var answer = await second.Companies.DeleteByKeysAsync(
            new KeysRequestBody { Keys = new Dictionary<string, string> { ["id"] = "comp_1" } },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("comp_1", answer.Data.Id);
        Assert.Equal("""{"keys":{"id":"comp_1"}}""", Assert.Single(_api.Requests).Body);
        Assert.Equal("application/json", _api.Requests[0].ContentType);
    }
}
