using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Schematic.Architecture.Tests;

/// <summary>Sealed and internal unless there is a reason.</summary>
public sealed class TypeTests
{
    /// <summary>
    /// What another project starts the server with, and how that is refused; everything else of it is its own.
    /// </summary>
    private static readonly HashSet<string> PublicOfApi =
    [
        "Schematic.Api.Hosting.ApiApplication",
        "Schematic.Api.Hosting.ConsoleAddress",
        "Schematic.Api.Hosting.InvalidConfigurationException",
        "Schematic.Api.Hosting.Start.StartChecks",
        "Schematic.Api.Hosting.Start.StartRefusedException",
        "Schematic.Api.Hosting.StartLines",
        "Schematic.Api.Maintenance.Commands",
    ];

    public static TheoryData<string> Projects { get; } =
    ["Schematic.Contracts", "Schematic.Rules", "Schematic.Gateway", "Schematic.Api", "Schematic.Dashboard"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_class_is_sealed_static_or_abstract(string project) =>
        Rule.Holds(
            TypesOf(project)
                .Where(static type =>
                    type.IsClass
                    && !type.IsSealed
                    && !type.IsAbstract
                    && !IsComponent(type)
                    && !IsEntryPoint(type)
                    && !IsMigration(type)
                )
                .Where(type => !TypesOf(project).Any(other => other.BaseType == type))
                .Select(static type => type.FullName)
        );

    [Fact]
    public void The_server_shows_only_how_it_is_started() =>
        Rule.Holds(
            TypesOf("Schematic.Api")
                .Where(static type =>
                    type.IsVisible && !IsEntryPoint(type) && !PublicOfApi.Contains(type.FullName!) && !IsMigration(type)
                )
                .Select(static type => type.FullName)
        );

    // The Razor compiler makes every component public, and the C# compiler then whatever stands in a component's
    // signatures.
    [Fact]
    public void The_console_shows_nothing_but_components_and_what_their_signatures_name()
    {
        var components = TypesOf("Schematic.Dashboard")
            .Where(static type => type.IsVisible && IsComponent(type))
            .ToList();
        var shown = new HashSet<Type>(components);
        var open = new Queue<Type>(components);
        while (open.TryDequeue(out var type))
        {
            foreach (
                var part in Signatures(type)
                    .SelectMany(Parts)
                    .Where(part => part.Assembly == type.Assembly && shown.Add(part))
            )
                open.Enqueue(part);
        }

        Rule.Holds(
            TypesOf("Schematic.Dashboard")
                .Where(type =>
                    type.IsVisible
                    && !IsEntryPoint(type)
                    && !shown.Contains(type)
                    && !shown.Contains(type.DeclaringType!)
                )
                .Select(static type => type.FullName)
        );
    }

    [Fact]
    public void The_gateway_shows_its_interfaces_its_session_and_its_failure() =>
        Assert.All(
            TypesOf("Schematic.Gateway").Where(static type => type.IsVisible && !type.IsInterface),
            static type =>
                Assert.Contains(
                    type.Name,
                    new[] { "SchematicGateway", "GatewayException", "GatewayHeaders", "GatewaySession" }
                )
        );

    [Fact]
    public void A_wire_record_is_a_record_that_cannot_be_changed() =>
        Assert.All(
            TypesOf("Schematic.Contracts")
                .Where(static type =>
                    type.IsVisible && type.IsClass && !type.IsAbstract && !type.IsAssignableTo(typeof(Exception))
                ),
            static type =>
            {
                Assert.True(type.GetMethod("<Clone>$") is not null, $"{type} is no record.");
                Assert.All(
                    type.GetProperties().Where(static property => property.CanWrite),
                    property =>
                        Assert.True(
                            property
                                .SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
                                .Contains(typeof(IsExternalInit)),
                            $"{type}.{property.Name} can be set after its birth."
                        )
                );
            }
        );

    private static IEnumerable<Type> TypesOf(string project) =>
        Assembly
            .Load(project)
            .GetTypes()
            .Where(static type =>
                !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith('<') && !IsGenerated(type)
            );

    private static bool IsGenerated(Type type) =>
        type.FullName!.StartsWith("Microsoft.", StringComparison.Ordinal)
        || type.FullName.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsEntryPoint(Type type) => type.FullName == "Program";

    private static bool IsComponent(Type type) => type.IsAssignableTo(typeof(IComponent)) || type.Name == "_Imports";

    private static bool IsMigration(Type type) =>
        type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) == true;

    /// <summary>The types that a class derived from this one, or a caller of it, can see.</summary>
    private static IEnumerable<Type> Signatures(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        return type.GetMethods(All)
            .Where(static method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
            .SelectMany(static method =>
                method
                    .GetParameters()
                    .Select(static parameter => parameter.ParameterType)
                    .Append(method.ReturnType)
                    .Concat(
                        method.IsGenericMethodDefinition
                            ? method
                                .GetGenericArguments()
                                .SelectMany(static argument => argument.GetGenericParameterConstraints())
                            : []
                    )
            )
            .Concat(
                type.GetConstructors()
                    .SelectMany(static constructor =>
                        constructor.GetParameters().Select(static parameter => parameter.ParameterType)
                    )
            )
            .Concat(
                type.GetFields(All)
                    .Where(static field => field.IsPublic || field.IsFamily)
                    .Select(static field => field.FieldType)
            )
            .Concat(type.GetInterfaces())
            .Concat(type.BaseType is { } parent ? [parent] : [])
            .Concat(
                type.IsGenericTypeDefinition
                    ? type.GetGenericArguments()
                        .SelectMany(static argument => argument.GetGenericParameterConstraints())
                    : []
            );
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GenericTypeArguments.SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : type.HasElementType ? Parts(type.GetElementType()!)
        : [type];
}
