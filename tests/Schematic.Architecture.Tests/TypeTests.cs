using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Schematic.Architecture.Tests;

/// <summary>Sealed and internal unless there is a reason.</summary>
public sealed class TypeTests
{
    /// <summary>What another project starts the server with, and how that is refused; everything else of it is its own.</summary>
    private static readonly HashSet<string> PublicOfApi = ["Schematic.Api.Hosting.ApiApplication", "Schematic.Api.Hosting.InvalidConfigurationException"];

    public static TheoryData<string> Projects { get; } = ["Schematic.Contracts", "Schematic.Rules", "Schematic.Gateway", "Schematic.Api", "Schematic.Dashboard"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_class_is_sealed_static_or_abstract(string project) =>
        Rule.Holds(TypesOf(project).Where(static type => type.IsClass && !type.IsSealed && !type.IsAbstract && !IsComponent(type) && !IsEntryPoint(type) && !IsMigration(type)).Where(type => !TypesOf(project).Any(other => other.BaseType == type)).Select(static type => type.FullName));

    [Fact]
    public void The_server_shows_only_how_it_is_started() =>
        Rule.Holds(TypesOf("Schematic.Api").Where(static type => type.IsVisible && !IsEntryPoint(type) && !PublicOfApi.Contains(type.FullName!) && !IsMigration(type)).Select(static type => type.FullName));

    // The Razor compiler makes every component public; what stands beside them need not be.
    [Fact]
    public void The_console_shows_nothing_but_components_and_what_their_parameters_take()
    {
        var types = TypesOf("Schematic.Dashboard").ToList();
        var taken = types.Where(IsComponent).SelectMany(static component => component.GetProperties()).SelectMany(static property => Parts(property.PropertyType)).ToHashSet();

        Rule.Holds(types.Where(type => type.IsVisible && !IsComponent(type) && !IsEntryPoint(type) && !taken.Contains(type) && !IsUsedBy(type, taken)).Select(static type => type.FullName));
    }

    [Fact]
    public void The_gateway_shows_its_interfaces_its_session_and_its_failure() =>
        Assert.All(TypesOf("Schematic.Gateway").Where(static type => type.IsVisible && !type.IsInterface), static type =>
            Assert.Contains(type.Name, new[] { "SchematicGateway", "GatewayException", "GatewayHeaders", "GatewaySession" }));

    [Fact]
    public void A_wire_record_is_a_record_that_cannot_be_changed() =>
        Assert.All(TypesOf("Schematic.Contracts").Where(static type => type.IsVisible && type.IsClass && !type.IsAbstract && !type.IsAssignableTo(typeof(Exception))), static type =>
        {
            Assert.True(type.GetMethod("<Clone>$") is not null, $"{type} is no record.");
            Assert.All(type.GetProperties().Where(static property => property.CanWrite), property =>
                Assert.True(property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)), $"{type}.{property.Name} can be set after its birth."));
        });

    private static IEnumerable<Type> TypesOf(string project) =>
        Assembly.Load(project).GetTypes().Where(static type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith('<') && !IsGenerated(type));

    private static bool IsGenerated(Type type) => type.FullName!.StartsWith("Microsoft.", StringComparison.Ordinal) || type.FullName.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsEntryPoint(Type type) => type.FullName == "Program";

    private static bool IsComponent(Type type) => type.IsAssignableTo(typeof(IComponent)) || type.Name == "_Imports";

    private static bool IsMigration(Type type) => type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) == true;

    private static bool IsUsedBy(Type type, HashSet<Type> taken) =>
        taken.SelectMany(static other => other.GetProperties().Select(static property => property.PropertyType).Append(other.BaseType!)).Where(static part => part is not null).SelectMany(Parts).Contains(type);

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GenericTypeArguments.SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : type.IsArray ? Parts(type.GetElementType()!) : [type];
}
