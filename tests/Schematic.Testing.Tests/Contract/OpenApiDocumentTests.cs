using Schematic.Testing.Contract;

namespace Schematic.Testing.Tests.Contract;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void The_description_that_the_wire_is_held_against_can_be_read() => AssertCanBeRead(OpenApiDocument.Current);

    [Fact]
    public void Our_own_description_can_be_read() =>
        AssertCanBeRead(new OpenApiDocument(File.ReadAllText(OpenApiDocument.OwnFile)));

    [Fact]
    public void Where_null_may_stand_is_read_from_either_version_of_openapi()
    {
        var document = new OpenApiDocument(
            """
            paths: {}
            components:
              schemas:
                Plain: { type: string }
                Old: { type: string, nullable: true }
                New: { type: ["null", "string"], enum: [a, null] }
                Choice: { oneOf: [{ type: "null" }, { $ref: "#/components/schemas/Plain" }] }
            """
        );

        Assert.False(document.Schema("Plain")!.Nullable);
        Assert.True(document.Schema("Old")!.Nullable);
        Assert.Equal(("string", true), (document.Schema("New")!.Type, document.Schema("New")!.Nullable));
        Assert.Equal(["a"], document.Schema("New")!.Enum);
        Assert.Equal(("string", true), (document.Schema("Choice")!.Type, document.Schema("Choice")!.Nullable));
        Assert.Empty(document.Schema("Choice")!.OneOf);
    }

    private static void AssertCanBeRead(OpenApiDocument document)
    {
        Assert.Equal("listCompanies", document.Find("GET", "/companies")!.Id);
        Assert.Equal("lookupCompany", document.Find("GET", "/companies/lookup")!.Id);
        Assert.Equal("getCompany", document.Find("GET", "/companies/comp_1")!.Id);
        Assert.Null(document.Find("GET", "/companies/comp_1/users"));
        Assert.Equal(["asc", "desc"], document.Schema("SortDirection")!.Enum);
        // Every schema that an operation leads to is of a kind the validator knows.
        Assert.All(document.Operations, static operation => Assert.NotEmpty(operation.Responses));
    }
}
